import { isEmptyQuery, readSearchQuery } from '../edition/search-query.ts';
import type { Edition } from './edition-store.ts';
import type { Matches } from './facets.ts';
import { SearchEnded, searchArticles } from './search-articles.ts';
import { createSearchIndexStore } from './search-index-store.ts';

/** What is searched for now, and what has been found. */
export interface SearchState {
  /** As the address has them. */
  readonly words: string;
  /** While something is searched for, what was found before stays. Null: nothing yet, or nothing to look for. */
  readonly matches: Matches | null;
  readonly status: 'idle' | 'searching' | 'found' | 'failed';
  /** Part of the index couldn't be loaded. */
  readonly isIncomplete: boolean;
}

export interface SearchSession {
  /** A snapshot for `useSyncExternalStore`. */
  readonly get: () => SearchState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Loads what is needed before anything can be looked up. */
  readonly prepare: () => void;
  /** Looks for words; what was looked for before is not wanted any more. The same words again: nothing, unless it failed. */
  readonly look: (words: string, edition: Edition) => void;
  /** Looks for the same words once more, after a failure. */
  readonly again: (words: string, edition: Edition) => void;
  /** An article that turned out not to hold the words. */
  readonly drop: (words: string, position: number) => void;
}

const IDLE: SearchState = { words: '', matches: null, status: 'idle', isIncomplete: false };
/** Searches whose answers are kept, for going back and forth. */
const MOST_ANSWERS = 24;

/** @param base begins and ends with `/` */
export function createSearchSession(base: string): SearchSession {
  const store = createSearchIndexStore(base);
  const listeners = new Set<() => void>();
  const answers = new Map<string, SearchState>();
  let state = IDLE;
  let searched: Edition | null = null;
  let current = 0;

  const set = (next: SearchState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const keep = (answer: SearchState) => {
    answers.delete(answer.words);
    answers.set(answer.words, answer);
    const oldest = answers.keys().next();
    if (answers.size > MOST_ANSWERS && !oldest.done) answers.delete(oldest.value);
    set(answer);
  };

  async function find(words: string, edition: Edition): Promise<void> {
    const search = ++current;
    const query = readSearchQuery(words);
    if (isEmptyQuery(query)) return set({ ...IDLE, words, status: 'found' });
    set({ ...state, words, status: 'searching' });
    try {
      const { positions, fields, isIncomplete } = await searchArticles(query, edition, store, () => search === current);
      if (search !== current) return;
      const found = { words, matches: { positions, scores: fields }, status: 'found' as const, isIncomplete };
      // What is incomplete is asked for again the next time.
      if (isIncomplete) set(found);
      else keep(found);
    } catch (error) {
      if (search === current && !(error instanceof SearchEnded)) set({ ...state, words, status: 'failed' });
    }
  }

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    prepare: () => void store.loadIndex().catch(() => {}),
    look(words, edition) {
      if (searched !== edition) answers.clear();
      const isSame = state.words === words && searched === edition && state.status !== 'failed';
      searched = edition;
      if (isSame) return;
      const known = answers.get(words);
      if (words === '' || known) {
        current += 1;
        set(known ?? IDLE);
      } else void find(words, edition);
    },
    again: (words, edition) => void find(words, edition),
    drop(words, position) {
      const { matches } = state;
      if (state.words !== words || matches === null) return;
      const kept = Array.from(matches.positions, (other, place) => ({
        position: other,
        score: matches.scores[place] ?? 0,
      }));
      const left = kept.filter((other) => other.position !== position);
      const positions = Int32Array.from(left, (other) => other.position);
      keep({ ...state, matches: { positions, scores: Uint8Array.from(left, ({ score }) => score) } });
    },
  };
}
