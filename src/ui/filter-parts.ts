import type { CategoryNode } from '../edition/edition-data.ts';
import type { Language } from '../edition/interface-language.ts';
import { defaultSort, type ListQuery, listPlace, sharedQuery, tidyQuery, withWords } from '../edition/list-query.ts';
import { dateRange } from '../i18n/date-range.ts';
import { facetWords } from '../i18n/facet-words.ts';
import type { Speech } from '../i18n/speech.ts';
import type { ListView } from '../library/list-view.ts';
import { site } from '../site.ts';

/** One thing a list is filtered by. */
export interface FilterPart {
  readonly key: string;
  readonly label: string;
  /** The list without it. */
  readonly rest: ListQuery;
}

/** A category's name, with the one above it where another has the same. */
function categoryLabel(categories: readonly CategoryNode[], path: string): string {
  const node = categories.find((category) => category.path === path);
  if (!node) return path;
  const above = categories[node.parent];
  const isAlone = categories.filter(({ name }) => name === node.name).length === 1;
  return isAlone || !above ? node.name : `${above.name}/${node.name}`;
}

/** How a range of days is said: in the words of a preset where it is one. */
export function daysLabel({ from, to }: Pick<ListQuery, 'from' | 'to'>, today: number, language: Language): string {
  const words = facetWords[language];
  const range = dateRange(language);
  if (from !== null && to !== null) return from === today && to === today ? words.today : range.between(from, to);
  if (to !== null) return words.until(range.between(to, to));
  if (from === null) return words.anyDay;
  const count = today - from + 1;
  if (count === 7 || count === 30) return words.lastDays(count);
  return from === range.firstOfYear(today) ? words.thisYear : words.since(range.between(from, from));
}

const without = (list: readonly string[], gone: string) => list.filter((other) => other !== gone);

/** Everything a list is filtered by, in the order of its address. */
export function filterParts({ query, edition: { index }, today }: ListView, language: Language): readonly FilterPart[] {
  const words = facetWords[language];
  const { include, exclude, sources, own } = query;
  const part = (key: string, label: string, changes: Partial<ListQuery>): FilterPart => {
    return { key, label, rest: tidyQuery({ ...query, ...changes }) };
  };
  const parts = [
    ...include.map((path) =>
      part(`c=${path}`, categoryLabel(index.categories, path), { include: without(include, path) }),
    ),
    ...exclude.map((path) =>
      part(`-c=${path}`, words.excluded(categoryLabel(index.categories, path)), { exclude: without(exclude, path) }),
    ),
    ...sources.map((slug) => {
      const name = index.sources.find((source) => source.slug === slug)?.name ?? slug;
      return part(`src=${slug}`, name, { sources: without(sources, slug) });
    }),
  ];
  if (query.words !== '') parts.push({ key: 'q', label: words.searchFor(query.words), rest: withWords(query, '') });
  if (query.from !== null || query.to !== null) {
    parts.push(part('days', daysLabel(query, today, language), { from: null, to: null }));
  }
  for (const mark of own) parts.push(part(mark, words[mark], { own: own.filter((other) => other !== mark) }));
  if (query.sort !== defaultSort(query.words)) {
    const labels = { new: words.newest, old: words.oldest, relevance: words.relevance };
    parts.push(part('sort', labels[query.sort], { sort: defaultSort(query.words) }));
  }
  return parts;
}

/** The key of the part that the list's heading names. */
function placeKey(query: ListQuery): string {
  const place = listPlace(query);
  if (place.kind === 'category') return `c=${place.path}`;
  return place.kind === 'source' ? `src=${place.slug}` : '';
}

/** What a list is filtered by besides its place, which its heading names: `近 7 天 · 未读`. Empty for a plain list. */
export function filterSentence(view: ListView, { language, dates }: Pick<Speech, 'language' | 'dates'>): string {
  const named = placeKey(view.query);
  const parts = filterParts(view, language).filter(({ key }) => key !== named);
  const either = (kind: string) =>
    dates.either(parts.filter(({ key }) => key.startsWith(kind)).map(({ label }) => label));
  const others = parts.filter(({ key }) => !/^(?:c|src)=/.test(key)).map(({ label }) => label);
  return [either('c='), either('src='), ...others].filter(Boolean).join(' · ');
}

/**
 * What a list is called where it is handed on: `金融 · 近 7 天 · 128 篇 - Broadsheet`. Without what only this reader's marks know,
 * and then without a count, which is of another list.
 */
export function sharedTitle(view: ListView, speech: Pick<Speech, 'language' | 'dates'>, count: string): string {
  const shared = { ...view, query: sharedQuery(view.query) };
  const place = filterParts(shared, speech.language).find(({ key }) => key === placeKey(shared.query))?.label ?? '';
  const parts = [place, filterSentence(shared, speech)].filter(Boolean);
  if (parts.length === 0) return site.name;
  return `${[...parts, ...(view.query.own.length === 0 ? [count] : [])].join(' · ')} - ${site.name}`;
}
