import type { Row } from '../edition/row.ts';
import { type KeptOptions, keepValue } from './storage.ts';

/** When an article was marked, and what finds it again in an edition whose rows have not arrived. */
export interface Mark {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The article's own date, likewise; null where unknown. */
  readonly date: number | null;
  /** Where it stood in the edition of that time, oldest first. */
  readonly position: number;
}

/** By article id; the last marked stands last. They outlive their articles. */
export interface Marks {
  readonly read: ReadonlyMap<string, Mark>;
  readonly saved: ReadonlyMap<string, Mark>;
}

export interface MarkStore {
  readonly get: () => Marks;
  readonly setRead: (row: Row, position: number) => void;
  readonly setSaved: (row: Row, position: number, saved: boolean) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A year of thirty articles a day; older ones are forgotten first. */
const MOST_READ = 10_000;

/** As stored: id, when, date, position. */
type StoredMark = readonly [string, number, number | null, number];

interface StoredMarks {
  readonly read: readonly StoredMark[];
  readonly saved: readonly StoredMark[];
}

const none: StoredMarks = { read: [], saved: [] };

function isMark(value: unknown): value is StoredMark {
  if (!Array.isArray(value)) return false;
  const [id, at, date, position] = value;
  const isDate = date === null || typeof date === 'number';
  return typeof id === 'string' && typeof at === 'number' && isDate && typeof position === 'number';
}

function readMarks(data: unknown): StoredMarks {
  const stored = new Map(typeof data === 'object' && data !== null ? Object.entries(data) : []);
  const list = (name: string) => {
    const marks: unknown = stored.get(name);
    return Array.isArray(marks) ? marks.filter(isMark) : [];
  };
  return { read: list('read'), saved: list('saved') };
}

function mapOf(marks: readonly StoredMark[]): ReadonlyMap<string, Mark> {
  return new Map(marks.map(([id, at, date, position]) => [id, { at, date, position }]));
}

const without = (marks: readonly StoredMark[], id: string) => marks.filter((mark) => mark[0] !== id);

/** What the reader has read and saved: in this browser only. */
export function createMarkStore(area?: NonNullable<KeptOptions<unknown>['area']>): MarkStore {
  const kept = keepValue<StoredMarks>({
    ...{ key: 'broadsheet.marks', version: 1, initial: none, parse: readMarks },
    ...(area && { area }),
  });
  let last: { readonly stored: StoredMarks; readonly marks: Marks } | null = null;
  const newMark = ({ id, date }: Row, position: number): StoredMark => [id, Date.now(), date, position];
  return {
    get() {
      const stored = kept.get();
      if (last?.stored !== stored) {
        last = { stored, marks: { read: mapOf(stored.read), saved: mapOf(stored.saved) } };
      }
      return last.marks;
    },
    setRead(row, position) {
      const mark = newMark(row, position);
      kept.update((marks) => ({ ...marks, read: [...without(marks.read, row.id), mark].slice(-MOST_READ) }));
    },
    setSaved(row, position, saved) {
      const mark = newMark(row, position);
      kept.update((marks) => ({
        ...marks,
        saved: saved ? [...without(marks.saved, row.id), mark] : without(marks.saved, row.id),
      }));
    },
    subscribe: kept.subscribe,
  };
}
