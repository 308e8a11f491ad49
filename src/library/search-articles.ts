import type { Columns } from '../edition/columns.ts';
import { sourceAt } from '../edition/columns.ts';
import type { CategoryNode, EditionIndex } from '../edition/edition-data.ts';
import type { SearchIndex } from '../edition/search-files.ts';
import { foldForSearch } from '../edition/search-fold.ts';
import type { Gram } from '../edition/search-grams.ts';
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

/** Grams of a word that are looked up at once, where one alone isn't all of it: they tell most words from all others. */
const AT_ONCE = 3;
/** And at most, however doubtful what they leave. */
const MOST_GRAMS = 6;
/** Of two hundred articles found one may hold all grams but not the word. */
const DOUBT = 0.005;

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

interface WordAnswer {
  /** Null where nothing of the word could be looked up, or it has nothing to look up. */
  readonly match: WordMatch | null;
  /** Whether something of it could not be looked up: then there may be articles in it that don't hold the word. */
  readonly isPartial: boolean;
}

/** Looks some grams of a word up at once. */
async function lookUp(
  word: string,
  grams: readonly Gram[],
  known: WordAnswer,
  { store, isWanted, failures }: Lookup,
): Promise<WordAnswer> {
  const settled = await Promise.allSettled(grams.map(({ key }) => store.loadPostings(key)));
  if (!isWanted()) throw new SearchEnded();
  let { match, isPartial } = known;
  for (const [place, gram] of grams.entries()) {
    const postings = settled[place];
    if (postings?.status === 'fulfilled') match = narrow(word, gram, postings.value, match);
    else {
      failures.push(postings?.reason);
      isPartial = true;
    }
  }
  return { match, isPartial };
}

async function findWord(word: string, lookup: Lookup): Promise<WordAnswer> {
  const { store, index } = lookup;
  const order = lookUpOrder(word, index.common, ({ key }) => store.isAtHand(key)).slice(0, MOST_GRAMS);
  const whole = order.findIndex(({ isWhole }) => isWhole);
  let answer: WordAnswer = { match: null, isPartial: false };
  for (let next = 0; next < order.length; ) {
    const count = next === 0 ? Math.min(AT_ONCE, whole === -1 ? order.length : whole + 1) : 1;
    const grams = order.slice(next, next + count).map(({ gram }) => gram);
    answer = await lookUp(word, grams, answer, lookup);
    next += count;
    const { match } = answer;
    if (match === null) continue;
    const isSure = order[next - 1]?.isWhole === true && match.doubtful <= DOUBT * match.positions.length;
    if (isSure || match.positions.length === 0) break;
  }
  return answer;
}

/** The articles that hold every word; null where none of them could be looked up. */
async function findAll(words: readonly string[], lookup: Lookup): Promise<Matches | null> {
  const answers = await Promise.all(words.map((word) => findWord(word, lookup)));
  return answers.reduce<Matches | null>(
    (found, { match }) => (found && match ? intersect(found, match) : (match ?? found)),
    null,
  );
}

/** The articles that hold one of the words, as far as that is certain: nothing is left out for what could not be looked up. */
async function findAny(words: readonly string[], lookup: Lookup): Promise<ReadonlySet<number>> {
  const answers = await Promise.all(words.map((word) => findWord(word, lookup)));
  return new Set(answers.flatMap(({ match, isPartial }) => (match === null || isPartial ? [] : [...match.positions])));
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
    ? await Promise.all([findAll(query.words, lookup), findAny(query.without, lookup)])
    : [null, new Set<number>()];
  if (failures.length > 0 && query.words.length > 0 && words === null) throw failures[0];
  const passes = operatorTest(query, edition);
  const found = words ?? allMatches(count);
  const left = keepMatches(
    found,
    (position) => position < count && !without.has(position) && (passes?.(position) ?? true),
  );
  return { ...left, isIncomplete: failures.length > 0 };
}
