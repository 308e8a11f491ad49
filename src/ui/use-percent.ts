import { useMemo } from 'react';
import { useReader } from './reader.tsx';

/** Writes thousandths as percent, as the language of the interface does. */
export function usePercent(): (thousandths: number) => string {
  const { language } = useReader();
  return useMemo(() => {
    const format = new Intl.NumberFormat(language, { style: 'percent' });
    return (thousandths) => format.format(thousandths / 1000);
  }, [language]);
}
