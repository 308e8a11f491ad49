import type { Columns } from '../edition/columns.ts';
import { sourceAt } from '../edition/columns.ts';
import type { CategoryNode, EditionIndex } from '../edition/edition-data.ts';
import type { SearchIndex } from '../edition/search-files.ts';
import { foldForSearch } from '../edition/search-fold.ts';
import {
  allMatches,
  intersect,
  keepMatches,
  lookUpOrder,
  type Matches,
  narrow,
  type WordMatch,
} from '../edition/search-match.ts';
import type { SearchQuery } from '../edition/search-query.ts';
import type { SearchIndexStore } from './search-index-store.ts';

export interface SearchAnswer extends Matches {
  /** Part of the index could not be loaded: there may be articles among these that don't match. */
  readonly isIncomplete: boolean;
}

export interface SearchedEdition {
  readonly index: Pick<EditionIndex, 'categories' | 'sources'>;
  readonly columns: Columns;
}

/** Grams of a word that are looked up at once: two tell most words from all others. */
const AT_ONCE = 2;
/** And at most, however doubtful what they leave. */
const MOST_GRAMS = 6;
/** Of a hundred articles found two may hold all grams but not the word. */
const DOUBT = 0.02;

/** Somebody has typed on: the answer is not wanted any more. */
export class SearchEnded extends Error {
  override readonly name = 'SearchEnded';
}

interface Lookup {
  readonly store: SearchIndexStore;
  readonly index: SearchIndex;
  readonly isWanted: () => boolean;
  /** Where something failed, what of it. */
  readonly failures: unknown[];
}

/** Null where nothing of the word could be looked up, or it has nothing to look up. */
async function findWord(word: string, lookup: Lookup): Promise<Matches | null> {
  const order = lookUpOrder(word, lookup.index.common).slice(0, MOST_GRAMS);
  let match: WordMatch | null = null;
  for (let next = 0; next < order.length; next += next === 0 ? AT_ONCE : 1) {
    const grams = order.slice(next, next + (next === 0 ? AT_ONCE : 1));
    const settled = await Promise.allSettled(grams.map(({ key }) => lookup.store.loadPostings(key)));
    if (!lookup.isWanted()) throw new SearchEnded();
    for (const [place, gram] of grams.entries()) {
      const postings = settled[place];
      if (postings?.status === 'fulfilled') match = narrow(word, gram, postings.value, match);
      else lookup.failures.push(postings?.reason);
    }
    if (match !== null && next + grams.length > 1 && match.doubtful <= DOUBT * match.positions.length) break;
  }
  return match;
}

async function findAll(words: readonly string[], lookup: Lookup): Promise<readonly Matches[]> {
  const found = await Promise.all(words.map((word) => findWord(word, lookup)));
  return found.filter((match) => match !== null);
}

/** For each category whether its name, or that of one above it, holds one of the parts. */
function wantedCategories(categories: readonly CategoryNode[], parts: readonly string[]): readonly boolean[] {
  const wanted: boolean[] = [];
  // Parents stand before children.
  for (const { name, parent } of categories) wanted.push(wanted[parent] === true || holdsOne(name, parts));
  return wanted;
}

function holdsOne(name: string, parts: readonly string[]): boolean {
  const folded = foldForSearch(name);
  return parts.some((part) => folded.includes(part));
}

/** What the operators leave. */
function operatorTest(query: SearchQuery, { index, columns }: SearchedEdition): ((position: number) => boolean) | null {
  const { sources, withoutSources, categories, withoutCategories } = query;
  if ([sources, withoutSources, categories, withoutCategories].every((parts) => parts.length === 0)) return null;
  const isSource = (parts: readonly string[]) => index.sources.map(({ name }) => holdsOne(name, parts));
  const [source, notSource] = [isSource(sources), isSource(withoutSources)];
  const category = wantedCategories(index.categories, categories);
  const notCategory = wantedCategories(index.categories, withoutCategories);
  return (position) => {
    const [itsSource, itsCategory] = [sourceAt(columns, position), columns.categories[position] ?? -1];
    return (
      (sources.length === 0 || source[itsSource] === true) &&
      notSource[itsSource] !== true &&
      (categories.length === 0 || category[itsCategory] === true) &&
      notCategory[itsCategory] !== true
    );
  };
}

/**
 * The articles of an edition that match a query.
 * @param isWanted asked whenever something has arrived
 * @throws SearchEnded where the answer isn't wanted any more
 * @throws Error where nothing could be looked up
 */
export async function searchArticles(
  query: SearchQuery,
  edition: SearchedEdition,
  store: SearchIndexStore,
  isWanted: () => boolean = () => true,
): Promise<SearchAnswer> {
  const { count } = edition.columns;
  const failures: unknown[] = [];
  const needsIndex = query.words.length + query.without.length > 0;
  const lookup = needsIndex ? { store, isWanted, failures, index: await store.loadIndex() } : null;
  const [words, without] = lookup
    ? await Promise.all([findAll(query.words, lookup), findAll(query.without, lookup)])
    : [[], []];
  if (failures.length > 0 && words.length + without.length === 0) throw failures[0];
  const passes = operatorTest(query, edition);
  const isOut = new Set(without.flatMap(({ positions }) => [...positions]));
  const found =
    words.length > 0 ? words.reduce(intersect) : passes || isOut.size > 0 ? allMatches(count) : allMatches(0);
  const left = keepMatches(
    found,
    (position) => position < count && !isOut.has(position) && (passes?.(position) ?? true),
  );
  return { ...left, isIncomplete: failures.length > 0 };
}
