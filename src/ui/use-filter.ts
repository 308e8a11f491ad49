import { type ListQuery, listAddress } from '../edition/list-query.ts';
import { useApp } from './reader.tsx';

/** Goes to another query's list; the reader stays at the filter they chose. */
export function useFilter(): (query: ListQuery, replace?: boolean) => void {
  const { goTo } = useApp();
  return (query, replace = false) => goTo?.(listAddress(query), { stay: true, replace });
}
