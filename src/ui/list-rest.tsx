import { UNKNOWN_DAY } from '../edition/day-number.ts';
import { listAddress, tidyQuery } from '../edition/list-query.ts';
import { facetWords } from '../i18n/facet-words.ts';
import type { ListView } from '../library/list-view.ts';
import { useReader } from './reader.tsx';
import { SiteLink } from './site-link.tsx';
import { useWords } from './use-words.ts';

/**
 * The way on where a list is longer than a browser's tallest element: the same list from the last day that is shown.
 * @param shown articles the list shows
 */
export function ListRest({ view, shown }: { readonly view: ListView; readonly shown: number }) {
  const words = useWords(facetWords);
  const { dates } = useReader();
  const { query, facets, edition } = view;
  const day = edition.days[facets.positions[shown - 1] ?? -1] ?? UNKNOWN_DAY;
  const text = words.rest(dates.number(facets.positions.length - shown));
  const end = query.sort === 'old' ? { from: day } : { to: day };
  const isSame = query.sort === 'relevance' || day < 0 || query.from === day || query.to === day;
  return (
    <p className="note">
      {isSame ? text : <SiteLink to={listAddress(tidyQuery({ ...query, ...end }))}>{text}</SiteLink>}
    </p>
  );
}
