import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { listPositions } from '../library/list-positions.ts';
import { historyEntry } from '../library/list-trail.ts';
import type { ListView } from '../library/list-view.ts';
import { savesData } from '../library/saves-data.ts';
import { whenIdle } from '../library/when-idle.ts';
import { type FacetScript, facetModule } from './facet-loader.ts';
import type { ListData } from './loaded-page.ts';
import { useApp, useEdition } from './reader.tsx';
import type { RowMarks } from './row-view.tsx';
import { type Found, useSearch } from './use-search.ts';

/** Filters and the list as they make it. */
export interface Filtering {
  readonly script: FacetScript;
  readonly view: ListView;
  /** How rows show what is searched for; null where nothing is. */
  readonly marks: RowMarks | null;
}

export interface ListState {
  /** Positions of all articles of the list, in its order; null until they are known. */
  readonly positions: Int32Array | null;
  /** Null until filters have been wanted and have come. */
  readonly filtering: Filtering | null;
  /** The address says more than the page shows, and nobody could be found who understands it. */
  readonly failed: boolean;
  readonly retry: () => void;
  /** Whether the positions are those of the words in the address. */
  readonly search: Found['status'];
}

/** Rows of a list: more are taller than a browser's tallest element (Firefox: 17.9 million pixels). */
export const MOST_ROWS = 100_000;

/** Filters stand beside the list where there is room for them. */
const BESIDE = '(min-width: 60rem)';

/** Loads the filters: at once where the address names some, later where they will be seen. */
function useFacetScript(search: string, live: boolean) {
  const script = useSyncExternalStore(facetModule.subscribe, facetModule.get, () => null);
  const [attempt, setAttempt] = useState({ number: 0, failed: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a retry is a new attempt
  useEffect(() => {
    if (search !== '') facetModule.load().catch(() => setAttempt((last) => ({ ...last, failed: true })));
  }, [search, attempt.number]);
  useEffect(() => {
    // A failure says itself when they are asked for.
    if (live && window.matchMedia(BESIDE).matches && !savesData())
      whenIdle()
        .then(facetModule.load)
        .catch(() => {});
  }, [live]);
  const retry = () => setAttempt((last) => ({ number: last.number + 1, failed: false }));
  return { script, failed: attempt.failed && script === null && search !== '', retry };
}

/** A list as its page and the query in its address say it. */
export function useListState(page: ListData): ListState {
  const app = useApp();
  const { search, key } = useLocation();
  const edition = useEdition();
  const { script, failed, retry } = useFacetScript(search, edition !== null);
  const { words, matches, status } = useSearch(script, edition, search);
  const view = edition && script ? script.viewPage(app, edition, page.filter, search, key, matches) : null;
  const proper = script && view ? script.properAddress(page.filter, search, view) : null;
  const plain = edition !== null && (search === '' || failed || (view?.isPlain === true && proper === null));
  const positions = plain ? listPositions(edition, page.filter) : (view?.facets.positions ?? null);
  const known =
    (positions !== null && proper === null && (matches !== null || status !== 'searching')) || search === '';

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` tells of another entry in the history
  useEffect(() => app.store?.keepList({ positions, entry: historyEntry() }), [app.store, positions, key]);

  useEffect(() => {
    if (proper !== null) app.goTo?.(proper, { replace: true, stay: true });
  }, [app, proper]);

  useEffect(() => {
    // The way on is theirs to show.
    if (positions && positions.length > MOST_ROWS) facetModule.load().catch(() => {});
  }, [positions]);

  useEffect(() => {
    // The pages' own script hides a list that is about to be another.
    if (known || failed) delete document.documentElement.dataset.finding;
  }, [known, failed]);

  return {
    positions,
    filtering:
      script && view ? { script, view, marks: matches && status === 'settled' ? script.rowMarks(words) : null } : null,
    failed,
    retry,
    search: status,
  };
}
