import type { ListFilter } from '../edition/edition-data.ts';
import { caughtUp } from '../library/caught-up.ts';
import type { Edition } from '../library/edition-store.ts';
import type { Matches } from '../library/facets.ts';
import { type ListView, viewList } from '../library/list-view.ts';
import { ownPositions } from '../library/own-positions.ts';
import { site } from '../site.ts';
import { addStyles } from './add-styles.ts';
import { search } from './article-search.ts';
import facetCss from './facets.css?inline';
import type { App } from './reader.tsx';

// All that filters need and a plain list doesn't.
export { facetWords } from '../i18n/facet-words.ts';
export { ActiveFilters } from './active-filters.tsx';
export { FacetPanel } from './facet-panel.tsx';
export { filterSentence } from './filter-parts.ts';
export { ListRest } from './list-rest.tsx';
export { ListTools } from './list-tools.tsx';
export { NothingFound } from './nothing-found.tsx';
export { properAddress } from './proper-address.ts';
export { RecentSearches, rememberSearch } from './recent-searches.tsx';
export { rowMarks } from './row-marks.tsx';
export { SearchNote } from './search-note.tsx';
export { sharedAddress } from './shared-address.ts';
export { typedAddress } from './typed-address.ts';
export { search };

const nobody = { read: new Set<number>(), saved: new Set<number>() };

addStyles(facetCss);

/** The list at an address. `entry` names the history entry. */
export function viewPage(
  { store, marks }: App,
  edition: Edition,
  place: ListFilter,
  address: string,
  entry: string,
  matches: Matches | null,
): ListView {
  const own = () => (store && marks ? ownPositions(marks.get(), caughtUp.get(), edition, store) : nobody);
  return viewList({ edition, place, search: address, entry, own, matches, timeZone: site.timeZone });
}
