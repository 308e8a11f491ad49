import { type Change, type Kept, keepValue } from './storage.ts';

const MOST = 8;

function parse(data: unknown): readonly string[] {
  return Array.isArray(data) ? data.filter((item) => typeof item === 'string').slice(0, MOST) : [];
}

/** What was searched for on this device, the last first. Nobody else ever learns of it. */
export function keepRecentSearches(area?: () => Storage | null): Kept<readonly string[]> {
  const options = { key: 'broadsheet.searches', version: 1, parse, initial: [] };
  return keepValue<readonly string[]>(area ? { ...options, area } : options);
}

/** This browser's. Its parts come on demand, and all must see one another's changes. */
export const recentSearches = keepRecentSearches();

/** The list with those of another after its own. */
export function withSearches(others: readonly string[]): Change<readonly string[]> {
  return (own) => [...new Set([...own, ...others])].slice(0, MOST);
}

/** The list with other words first; words that were merely typed on are not kept beside them. */
export function withSearch(searches: readonly string[], words: string): readonly string[] {
  return [words, ...searches.filter((other) => other !== words)].slice(0, MOST);
}
