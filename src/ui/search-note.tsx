import { useSyncExternalStore } from 'react';
import { facetWords } from '../i18n/facet-words.ts';
import type { ListView } from '../library/list-view.ts';
import { search } from './article-search.ts';
import { useReader } from './reader.tsx';
import { forgetSearches, useRecentSearches } from './recent-searches.tsx';
import { useWords } from './use-words.ts';

export interface SearchNoteProps {
  readonly view: ListView;
}

/** What there is to say of a search besides its results: that it failed, or something of it. */
export function SearchNote({ view }: SearchNoteProps) {
  const words = useWords(facetWords);
  const { messages } = useReader();
  const { status, isIncomplete } = useSyncExternalStore(search.subscribe, search.get, search.get);
  const recent = useRecentSearches();
  if (view.query.words === '') return null;
  const failed = status === 'failed' || (status === 'found' && isIncomplete);
  return (
    <div className="search-note">
      {failed && (
        <p role="alert">
          {status === 'failed' ? words.searchFailed : words.searchIncomplete}{' '}
          <button type="button" onClick={() => search.again(view.query.words, view.edition)}>
            {messages.retry}
          </button>
        </p>
      )}
      {recent.length > 0 && (
        <button type="button" className="forget" onClick={forgetSearches}>
          {words.forgetSearches}
        </button>
      )}
    </div>
  );
}
