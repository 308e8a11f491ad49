import type { Row } from '../edition/row.ts';
import { keptTitle, MOST_READ, type StoredMark, type StoredMarks } from './marks.ts';
import type { Change } from './storage.ts';

/** What is done to many marks at once. Each change names what it means, so that two tabs don't undo each other's. */

export type MarkListName = keyof StoredMarks;

/** What an article is called, as its row says. */
export interface MarkName {
  readonly title: string;
  readonly source: string;
}

export function nameOf({ title, source }: Row): MarkName {
  return { title: keptTitle(title), source: source?.name ?? '' };
}

const idOf = ([id]: StoredMark) => id;
const atOf = ([, at]: StoredMark) => at;

/** The newer of two marks of one article, with the name of the other where it has none itself. */
function newerOf(own: StoredMark, other: StoredMark): StoredMark {
  const [newer, older] = atOf(other) > atOf(own) ? [other, own] : [own, other];
  const [id, at, date, position, title = '', source = ''] = newer;
  if (title !== '' || !older[4]) return newer;
  return [id, at, date, position, older[4], source || (older[5] ?? '')];
}

/** Two lists in the order of their times, each of which keeps its own: one that meets an empty one stays as it is. */
function inOrder(own: readonly StoredMark[], others: readonly StoredMark[]): StoredMark[] {
  const ordered: StoredMark[] = [];
  let next = 0;
  for (const mark of own) {
    for (let other = others[next]; other && atOf(other) < atOf(mark); other = others[++next]) ordered.push(other);
    ordered.push(mark);
  }
  return [...ordered, ...others.slice(next)];
}

/** All marks of both lists; of an article that is in both the newer. */
export function mergeMarks(own: readonly StoredMark[], others: readonly StoredMark[]): readonly StoredMark[] {
  const known = new Map(own.map((mark) => [idOf(mark), mark]));
  const merged = new Map(
    others.map((mark) => {
      const mine = known.get(idOf(mark));
      return [idOf(mark), mine ? newerOf(mine, mark) : mark];
    }),
  );
  // Where the own mark is the newer it keeps its place in its list.
  const kept = own.flatMap((mark) => {
    const both = merged.get(idOf(mark)) ?? mark;
    return atOf(both) === atOf(mark) ? [both] : [];
  });
  const keptIds = new Set(kept.map(idOf));
  return inOrder(
    kept,
    [...merged.values()].filter((mark) => !keptIds.has(idOf(mark))),
  );
}

/** `ids` null: all of them. */
export function withoutMarks(list: MarkListName, ids: ReadonlySet<string> | null): Change<StoredMarks> {
  return (marks) => ({ ...marks, [list]: ids ? marks[list].filter((mark) => !ids.has(idOf(mark))) : [] });
}

/** Puts marks among those that are there. */
export function withMarks(list: MarkListName, others: readonly StoredMark[]): Change<StoredMarks> {
  return (marks) => {
    const merged = mergeMarks(marks[list], others);
    return { ...marks, [list]: list === 'read' ? merged.slice(-MOST_READ) : merged };
  };
}

/** Writes down what articles are called whose marks don't say it. */
export function withNames(names: ReadonlyMap<string, MarkName>): Change<StoredMarks> {
  const named = (mark: StoredMark): StoredMark => {
    const [id, at, date, position, title = ''] = mark;
    const name = names.get(id);
    return title === '' && name ? [id, at, date, position, name.title, name.source] : mark;
  };
  return ({ read, saved }) => ({ read: read.map(named), saved: saved.map(named) });
}
