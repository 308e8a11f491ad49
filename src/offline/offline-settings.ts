import type { ListFilter } from '../edition/edition-data.ts';
import { type Kept, type KeptOptions, keepValue } from '../library/storage.ts';
import { FIRST_LIMIT, type Limit, limits } from './kept-store.ts';

export type ListState = 'running' | 'paused' | 'waiting' | 'full' | 'done';

/** A list that is kept whole, and goes on being kept when news comes. */
export interface KeptList {
  readonly filter: ListFilter;
  /** Where it lives, `/c/x/`: what it is told apart by. */
  readonly path: string;
  readonly name: string;
  readonly pictures: boolean;
  /** `waiting`: for a network. `full`: the limit is reached. */
  readonly state: ListState;
  readonly done: number;
  readonly total: number;
  /** Articles that could not be had. */
  readonly failed: number;
  /** The edition it was complete in. */
  readonly edition: string | null;
}

/** What the reader wants kept. */
export interface OfflineSettings {
  readonly limit: Limit;
  readonly lists: readonly KeptList[];
  /** The edition that what is kept belongs to. */
  readonly settled: string | null;
}

export const firstSettings: OfflineSettings = { limit: FIRST_LIMIT, lists: [], settled: null };

const states: readonly ListState[] = ['running', 'paused', 'waiting', 'full', 'done'];

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function readFilter(value: unknown): ListFilter | null {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  if (value.kind === 'all') return { kind: 'all' };
  if (value.kind === 'category' && 'path' in value && typeof value.path === 'string') {
    return { kind: 'category', path: value.path };
  }
  const isSource = value.kind === 'source' && 'slug' in value && typeof value.slug === 'string';
  return isSource ? { kind: 'source', slug: value.slug as string } : null;
}

function readList(value: unknown): readonly KeptList[] {
  if (typeof value !== 'object' || value === null) return [];
  const { filter, path, name, pictures, state, done, total, failed, edition } = value as Record<string, unknown>;
  const known = { filter: readFilter(filter), state: states.find((each) => each === state) };
  if (!known.filter || !known.state || typeof path !== 'string' || typeof name !== 'string') return [];
  const counts = [done, total, failed].map((count) => (isCount(count) ? count : 0));
  const [doneCount = 0, totalCount = 0, failedCount = 0] = counts;
  return [
    {
      ...{ filter: known.filter, path, name, pictures: pictures === true, state: known.state },
      ...{ done: doneCount, total: totalCount, failed: failedCount },
      edition: typeof edition === 'string' ? edition : null,
    },
  ];
}

export function readOfflineSettings(data: unknown): OfflineSettings {
  if (typeof data !== 'object' || data === null) return firstSettings;
  const limit = 'limit' in data ? limits.find((each) => each === data.limit) : undefined;
  const lists = 'lists' in data && Array.isArray(data.lists) ? data.lists.flatMap(readList) : [];
  const settled = 'settled' in data && typeof data.settled === 'string' ? data.settled : null;
  return { limit: limit ?? FIRST_LIMIT, lists, settled };
}

/** Named after the base, because another site of the same origin has other lists. */
export function keepOfflineSettings(
  base: string,
  area?: NonNullable<KeptOptions<unknown>['area']>,
): Kept<OfflineSettings> {
  return keepValue<OfflineSettings>({
    ...{ key: `broadsheet.offline ${base}`, version: 1, initial: firstSettings, parse: readOfflineSettings },
    ...(area && { area }),
  });
}
