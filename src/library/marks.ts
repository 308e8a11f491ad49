import type { Row } from '../edition/row.ts';
import { type Change, type KeptOptions, keepValue } from './storage.ts';

/** When an article was marked, what it is called, and what finds it again in an edition whose rows have not arrived. */
export interface Mark {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The article's own date, likewise; null where unknown. */
  readonly date: number | null;
  /** Where it stood in the edition of that time, oldest first. */
  readonly position: number;
  /** Empty where only the edition knows it: older programs kept none, and codes handed from device to device don't. */
  readonly title: string;
  /** Empty where there is none. */
  readonly source: string;
}

/** By article id; the last marked stands last. They outlive their articles. */
export interface Marks {
  readonly read: ReadonlyMap<string, Mark>;
  readonly saved: ReadonlyMap<string, Mark>;
}

/** As stored: id, when, date, position, title, source. */
export type StoredMark = readonly [
  id: string,
  at: number,
  date: number | null,
  position: number,
  title?: string,
  source?: string,
];

export interface StoredMarks {
  readonly read: readonly StoredMark[];
  readonly saved: readonly StoredMark[];
}

export interface MarkStore {
  readonly get: () => Marks;
  readonly setRead: (row: Row, position: number) => void;
  readonly setSaved: (row: Row, position: number, saved: boolean) => void;
  /** The same marks as they are stored; the same object until they change. */
  readonly stored: () => StoredMarks;
  /** For what is done to many at once (mark-changes.ts). */
  readonly change: (change: Change<StoredMarks>) => void;
  readonly isStored: () => boolean;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A year of thirty articles a day; older ones are forgotten first. */
export const MOST_READ = 10_000;
/** Enough of a title to know the article by; titles may be of any length, and storage is not. */
const MOST_TITLE = 120;

const none: StoredMarks = { read: [], saved: [] };

/** Milliseconds that a calendar has a day for. */
export function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15;
}

function isMark(value: unknown): value is StoredMark {
  if (!Array.isArray(value)) return false;
  const [id, at, date, position, title = '', source = ''] = value;
  const isNamed = [id, title, source].every((text) => typeof text === 'string');
  return isNamed && isMoment(at) && (date === null || isMoment(date)) && typeof position === 'number';
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
  return new Map(
    marks.map(([id, at, date, position, title = '', source = '']) => [id, { at, date, position, title, source }]),
  );
}

/** What is kept of a title: whole characters. */
export function keptTitle(title: string): string {
  return title.length > MOST_TITLE ? `${title.slice(0, MOST_TITLE).replace(/[\uD800-\uDBFF]$/, '')}…` : title;
}

function newMark({ id, date, title, source }: Row, position: number): StoredMark {
  return [id, Date.now(), date, position, keptTitle(title), source?.name ?? ''];
}

const without = (marks: readonly StoredMark[], id: string) => marks.filter((mark) => mark[0] !== id);

/** What the reader has read and saved: in this browser only. */
export function createMarkStore(area?: NonNullable<KeptOptions<unknown>['area']>): MarkStore {
  const kept = keepValue<StoredMarks>({
    ...{ key: 'broadsheet.marks', version: 1, initial: none, parse: readMarks },
    ...(area && { area }),
  });
  let last: { readonly stored: StoredMarks; readonly marks: Marks } | null = null;
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
    stored: kept.get,
    change: kept.update,
    isStored: kept.isStored,
    subscribe: kept.subscribe,
  };
}
