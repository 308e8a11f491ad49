import { everything, listAddress } from '../edition/list-query.ts';
import { facetWords } from '../i18n/facet-words.ts';
import type { ListView } from '../library/list-view.ts';
import { filterParts } from './filter-parts.ts';
import { useReader } from './reader.tsx';
import { forgetSearches, useRecentSearches } from './recent-searches.tsx';

/** Keeps its room where there is nothing to forget yet: nothing moves for who comes back from what was found. */
function ForgetSearches({ label }: { readonly label: string }) {
  const recent = useRecentSearches();
  const forget = () => {
    forgetSearches();
    // The button is gone; what it was about is offered by the field.
    document.querySelector<HTMLElement>('input[type=search]')?.focus();
  };
  return (
    <li className={recent.length === 0 ? 'vacant' : undefined}>
      <button type="button" className="clear" onClick={forget}>
        {label}
      </button>
    </li>
  );
}

/** What a list is filtered by, each part with a way to be rid of it. The heading, which says the same, takes the focus. */
export function ActiveFilters({ view }: { readonly view: ListView }) {
  const { goTo, language } = useReader();
  const words = facetWords[language];
  if (view.isPlain) return null;
  const drop = (address: string) => {
    document.querySelector('h1')?.focus({ preventScroll: true });
    goTo?.(address, { stay: true });
  };
  return (
    <ul className="chips" aria-label={words.activeFilters}>
      {filterParts(view, language).map(({ key, label, rest }) => (
        <li key={key}>
          <button type="button" aria-label={words.remove(label)} onClick={() => drop(listAddress(rest))}>
            <span className="entry-name">{label}</span> <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="clear" onClick={() => drop(listAddress(everything))}>
          {words.clearAll}
        </button>
      </li>
      {view.query.words !== '' && <ForgetSearches label={words.forgetSearches} />}
    </ul>
  );
}
