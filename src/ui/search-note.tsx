import { useEffect, useSyncExternalStore } from 'react';
import { facetWords } from '../i18n/facet-words.ts';
import type { ListView } from '../library/list-view.ts';
import { search } from './article-search.ts';
import { useReader } from './reader.tsx';
import { rememberSearch } from './recent-searches.tsx';
import { useWords } from './use-words.ts';

/** Whoever opens what was found has typed all they wanted: those are words to keep, as those that Enter ends. */
function useRememberedSearch(words: string): void {
  useEffect(() => {
    if (words === '') return;
    const watch = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest('.rows a')) rememberSearch(words);
    };
    // On the way down: what is at hand is opened, and this list gone, before a click has come up again.
    document.addEventListener('click', watch, true);
    return () => document.removeEventListener('click', watch, true);
  }, [words]);
}

export interface SearchNoteProps {
  readonly view: ListView;
}

/** What there is to say of a search besides its results: that it failed, or something of it. */
export function SearchNote({ view }: SearchNoteProps) {
  const words = useWords(facetWords);
  const { messages } = useReader();
  const { status, isIncomplete } = useSyncExternalStore(search.subscribe, search.get, search.get);
  useRememberedSearch(view.query.words);
  if (view.query.words === '' || (status !== 'failed' && (status !== 'found' || !isIncomplete))) return null;
  return (
    <p className="search-note" role="alert">
      {status === 'failed' ? words.searchFailed : words.searchIncomplete}{' '}
      <button type="button" onClick={() => search.again(view.query.words, view.edition)}>
        {messages.retry}
      </button>
    </p>
  );
}
