import { type FormEvent, useEffect, useId, useRef, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import type { ListFilter } from '../edition/edition-data.ts';
import { facetModule } from './facet-loader.ts';
import { useReader } from './reader.tsx';
import { useSearchKeys } from './use-search-keys.ts';

/** Between two keystrokes: the list follows as soon as somebody hesitates. */
const HESITATION_MS = 120;

export interface SearchFieldProps {
  /** The list that is searched as one types; null where there is none: then Enter leads to all articles. */
  readonly place: ListFilter | null;
}

/** Looks for articles: always there, on every page. What it does comes when it is first used. */
export function SearchField({ place }: SearchFieldProps) {
  const { messages, goTo } = useReader();
  const { search } = useLocation();
  const script = useSyncExternalStore(facetModule.subscribe, facetModule.get, () => null);
  const input = useRef<HTMLInputElement>(null);
  const shown = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const listId = useId();

  useEffect(() => {
    const words = new URLSearchParams(search).get('q') ?? '';
    // What is being typed is newer than the address, which follows it; only a way back or a link leads elsewhere.
    if (input.current && words !== shown.current) input.current.value = words;
    shown.current = words;
  }, [search]);

  const look = async () => {
    clearTimeout(timer.current);
    const { typedAddress } = await facetModule.load();
    const words = input.current?.value ?? '';
    const address = typedAddress(place, window.location.search, words);
    shown.current = new URLSearchParams(address.split('?')[1]).get('q') ?? '';
    goTo?.(address, place ? { replace: true, stay: true } : {});
  };
  const follow = () => {
    clearTimeout(timer.current);
    // A page that is no list stays until Enter says that it is to be left.
    if (place) timer.current = setTimeout(() => void look().catch(() => {}), HESITATION_MS);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = input.current?.value.trim() ?? '';
    void look().catch(() => {});
    if (words !== '') void facetModule.load().then(({ rememberSearch }) => rememberSearch(words));
  };
  const clear = () => {
    if (input.current) input.current.value = '';
    follow();
  };
  useSearchKeys(input, clear);

  return (
    <search className="search">
      <form onSubmit={submit}>
        <input
          ref={input}
          type="search"
          name="q"
          aria-label={messages.search}
          placeholder={messages.search}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={200}
          list={listId}
          onFocus={() =>
            void facetModule.load().then(
              ({ search: session }) => session.prepare(),
              () => {},
            )
          }
          onCompositionEnd={follow}
          onInput={({ nativeEvent }) => {
            // Letters on their way to becoming characters are nobody's words.
            if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) follow();
          }}
        />
        {script && <script.RecentSearches id={listId} />}
      </form>
    </search>
  );
}
