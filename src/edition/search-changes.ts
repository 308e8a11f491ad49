import { shardOf } from './search-index.ts';
import type { Postings } from './search-shard.ts';
import type { ArticleTerms } from './search-terms.ts';

/** An article that holds a gram now, or no longer, or in other places. */
export interface TermChange {
  readonly key: number;
  readonly position: number;
  /** See `ArticleTerms`; null where the article no longer holds it. */
  readonly detail: number | null;
}

/** How the terms of one edition differ from those of another. */
export interface SearchChanges {
  /** Must be told in order of position; null where one edition ends before it. */
  readonly add: (position: number, before: ArticleTerms | null, after: ArticleTerms | null) => void;
  readonly count: () => number;
  /** The changes of each shard that has any, by key, then position. */
  readonly byShard: () => ReadonlyMap<number, readonly TermChange[]>;
}

const NOTHING: ArticleTerms = { keys: new Uint32Array(), details: new Uint32Array() };

export function searchChanges(shards: number): SearchChanges {
  const found = new Map<number, TermChange[]>();
  let count = 0;

  function note(key: number, position: number, detail: number | null): void {
    const shard = shardOf(key, shards);
    const changes = found.get(shard);
    count += 1;
    if (changes === undefined) found.set(shard, [{ key, position, detail }]);
    else changes.push({ key, position, detail });
  }

  return {
    count: () => count,
    add(position, before, after) {
      const [old, now] = [before ?? NOTHING, after ?? NOTHING];
      let [from, to] = [0, 0];
      while (from < old.keys.length || to < now.keys.length) {
        const oldKey = old.keys[from] ?? Number.POSITIVE_INFINITY;
        const key = now.keys[to] ?? Number.POSITIVE_INFINITY;
        if (oldKey < key) note(oldKey, position, null);
        else if (oldKey > key || old.details[from] !== now.details[to]) note(key, position, now.details[to] ?? 0);
        if (oldKey <= key) from += 1;
        if (key <= oldKey) to += 1;
      }
    },
    byShard() {
      for (const changes of found.values()) changes.sort((one, other) => one.key - other.key);
      return found;
    },
  };
}

/** The grams of a shard after some changes. Both in order of key, what comes out too. */
export function patchShard(terms: Iterable<Postings>, changes: readonly TermChange[]): readonly Postings[] {
  const patched: Postings[] = [];
  let next = 0;
  /** Changes of the grams before `key`, which the shard did not hold. */
  const addBefore = (key: number) => {
    for (let change = changes[next]; change !== undefined && change.key < key; change = changes[next]) {
      keep(patched, patchGram({ key: change.key, positions: [], details: [] }, changesOf(change.key)));
    }
  };
  const changesOf = (key: number) => {
    const start = next;
    while (changes[next]?.key === key) next += 1;
    return changes.slice(start, next);
  };
  for (const gram of terms) {
    addBefore(gram.key);
    keep(patched, changes[next]?.key === gram.key ? patchGram(gram, changesOf(gram.key)) : gram);
  }
  addBefore(Number.POSITIVE_INFINITY);
  return patched;
}

/** A gram that no article holds is none. */
function keep(terms: Postings[], gram: Postings): void {
  if (gram.positions.length > 0) terms.push(gram);
}

function patchGram({ key, positions, details }: Postings, changes: readonly TermChange[]): Postings {
  const patched = { key, positions: [] as number[], details: [] as number[] };
  let at = 0;
  const copyBefore = (position: number) => {
    for (; at < positions.length && (positions[at] ?? 0) < position; at++) {
      patched.positions.push(positions[at] ?? 0);
      patched.details.push(details[at] ?? 0);
    }
  };
  for (const { position, detail } of changes) {
    copyBefore(position);
    if (positions[at] === position) at += 1;
    if (detail === null) continue;
    patched.positions.push(position);
    patched.details.push(detail);
  }
  copyBefore(Number.POSITIVE_INFINITY);
  return patched;
}
