import { createContext, type ReactNode, useContext, useDeferredValue, useMemo, useSyncExternalStore } from 'react';
import { type Speech, siteSpeech } from '../i18n/speech.ts';
import type { Edition, EditionStore } from '../library/edition-store.ts';
import type { MarkStore } from '../library/marks.ts';
import type { SettingStore } from '../library/settings.ts';

/** What stays as it is while the app runs. */
export interface App {
  /** The path the site lives below; begins and ends with `/`. */
  readonly base: string;
  /** Null while pages are printed: they have only what they were given. */
  readonly store: EditionStore | null;
  /** Null while pages are printed: they are the same for everybody. */
  readonly settings: SettingStore | null;
  /** Goes to a page of ours, named without the base; null where links are left to the browser. */
  readonly goTo: ((path: string, how?: Going) => void) | null;
  /** What the reader has read and saved; null while pages are printed. */
  readonly marks: MarkStore | null;
}

/** What every component may use and none changes. */
export interface Reader extends App, Speech {}

/** A reader whose language may change. */
export interface ReaderStore {
  /** The same object until the language changes: a snapshot for `useSyncExternalStore`. */
  readonly get: () => Reader;
  readonly subscribe: (listener: () => void) => () => void;
  /** What the page was printed for. */
  readonly printed: Reader;
}

export interface Going {
  /** In the place of the page that is open: for what is being typed. */
  readonly replace?: boolean;
  /** The reader goes on where they are, not at the heading of what comes. */
  readonly stay?: boolean;
}

export function createReader(
  base: string,
  store: EditionStore | null,
  goTo: Reader['goTo'] = null,
  settings: SettingStore | null = null,
  marks: MarkStore | null = null,
): Reader {
  return { ...siteSpeech, base, store, goTo, settings, marks };
}

const never = () => () => {};

const ReaderContext = createContext<ReaderStore | null>(null);

/** For a reader whose language changes. */
export const ReaderStoreProvider = ReaderContext.Provider;

/** For one that speaks as it does: of printed pages, and of tests. */
export function ReaderProvider({ value, children }: { readonly value: Reader; readonly children: ReactNode }) {
  const store = useMemo(() => ({ get: () => value, subscribe: never, printed: value }), [value]);
  return <ReaderContext value={store}>{children}</ReaderContext>;
}

function useReaderStore(): ReaderStore {
  const store = useContext(ReaderContext);
  if (!store) throw new Error('Components that read need a <ReaderProvider>.');
  return store;
}

/** For components that say nothing. */
export function useApp(): App {
  return useReaderStore().printed;
}

/**
 * The reader in the language it speaks now; in that of the printed page while one is being taken over. Not a context that
 * changes: React would throw away what was printed of a story that is not yet taken over.
 */
export function useReader(): Reader {
  const { subscribe, get, printed } = useReaderStore();
  return useSyncExternalStore(subscribe, get, () => printed);
}

/**
 * The edition once it has arrived; null in printed pages and while one is being taken over, so that nothing differs. Deferred:
 * what is drawn again for it is drawn in slices, between which the page answers.
 */
export function useEdition(): Edition | null {
  const { store } = useApp();
  return useDeferredValue(
    useSyncExternalStore(
      store?.subscribe ?? never,
      () => store?.edition() ?? null,
      () => null,
    ),
  );
}

/** Makes a component follow rows as they arrive. */
export function useArrivals(): number {
  const { store } = useApp();
  return useSyncExternalStore(
    store?.subscribe ?? never,
    () => store?.arrivals() ?? 0,
    () => 0,
  );
}
