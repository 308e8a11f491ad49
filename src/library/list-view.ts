import { dayNumber } from '../edition/day-number.ts';
import type { ListFilter } from '../edition/edition-data.ts';
import { knownQuery } from '../edition/known-query.ts';
import { isPlainQuery, type ListQuery, listAddress, listQuery } from '../edition/list-query.ts';
import type { Edition } from './edition-store.ts';
import { createFacetCounter, type FacetRequest, type Facets, type Matches, type OwnPositions } from './facets.ts';

/** A list as its address says it. */
export interface ListView {
  readonly edition: Edition;
  readonly query: ListQuery;
  /** Whether it is a printed list: everything, one category or one source, newest first. */
  readonly isPlain: boolean;
  readonly facets: Facets;
  /** The reader's day, in the site's time zone. */
  readonly today: number;
  /** What the search has found, and null without one. */
  readonly matches: Matches | null;
}

export interface ViewRequest {
  readonly edition: Edition;
  readonly place: ListFilter;
  readonly search: string;
  /** Of the history entry. A list the reader comes back to is as it was: what was read meanwhile stays in it. */
  readonly entry: string;
  readonly own: () => OwnPositions;
  readonly matches: Matches | null;
  readonly timeZone: string;
}

/** Views that are kept, so that going back costs nothing. */
const MOST_VIEWS = 24;

interface Viewer {
  readonly count: (request: FacetRequest) => Facets;
  readonly views: Map<string, ListView>;
}

const viewers = new WeakMap<Edition, Viewer>();

function viewerOf(edition: Edition): Viewer {
  const viewer = viewers.get(edition) ?? { count: createFacetCounter(edition), views: new Map() };
  viewers.set(edition, viewer);
  return viewer;
}

function keep(views: Map<string, ListView>, key: string, view: ListView): ListView {
  views.delete(key);
  views.set(key, view);
  const oldest = views.keys().next();
  if (views.size > MOST_VIEWS && !oldest.done) views.delete(oldest.value);
  return view;
}

/** The same view for the same address, history entry and matches. */
export function viewList({ edition, place, search, entry, own, matches, timeZone }: ViewRequest): ListView {
  const { count, views } = viewerOf(edition);
  const query = knownQuery(edition.index, listQuery(place, search));
  const key = `${entry} ${listAddress(query)}`;
  const known = views.get(key);
  if (known?.matches === matches) return known;
  const facets = count({ query, matches, own: own() });
  return keep(views, key, {
    edition,
    query,
    isPlain: isPlainQuery(query),
    facets,
    matches,
    today: dayNumber(Date.now(), timeZone),
  });
}

/** How many articles another query would show, the words found alike. */
export function countOf({ edition, matches }: ListView, query: ListQuery, own: OwnPositions): number {
  return viewerOf(edition).count({ query, matches: query.words === '' ? null : matches, own }).positions.length;
}
