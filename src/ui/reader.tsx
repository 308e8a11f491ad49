import { createContext, useContext, useDeferredValue, useSyncExternalStore } from 'react';
import { type DateFormat, dateFormat } from '../i18n/format-date.ts';
import { type Language, languageOf, type Messages, messagesFor } from '../i18n/messages.ts';
import type { Edition, EditionStore } from '../library/edition-store.ts';
import type { MarkStore } from '../library/marks.ts';
import type { SettingStore } from '../library/settings.ts';
import { site } from '../site.ts';

/** What every component may use and none changes. */
export interface Reader {
  /** The path the site lives below; begins and ends with `/`. */
  readonly base: string;
  /** What the interface speaks. */
  readonly language: Language;
  readonly messages: Messages;
  readonly dates: DateFormat;
  /** Null while pages are printed: they have only what they were given. */
  readonly store: EditionStore | null;
  /** Null while pages are printed: they are the same for everybody. */
  readonly settings: SettingStore | null;
  /** Goes to a page of ours, named without the base; null where links are left to the browser. */
  readonly goTo: ((path: string, how?: Going) => void) | null;
  /** What the reader has read and saved; null while pages are printed. */
  readonly marks: MarkStore | null;
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
  const [messages, dates] = [messagesFor(site.lang), dateFormat(site.lang, site.timeZone)];
  return { base, store, goTo, settings, marks, language: languageOf(site.lang), messages, dates };
}

const ReaderContext = createContext<Reader | null>(null);

export const ReaderProvider = ReaderContext.Provider;

export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (!reader) throw new Error('Components that read need a <ReaderProvider>.');
  return reader;
}

const never = () => () => {};

/**
 * The edition once it has arrived; null in printed pages and while one is being taken over, so that nothing differs. Deferred:
 * what is drawn again for it is drawn in slices, between which the page answers.
 */
export function useEdition(): Edition | null {
  const { store } = useReader();
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
  const { store } = useReader();
  return useSyncExternalStore(
    store?.subscribe ?? never,
    () => store?.arrivals() ?? 0,
    () => 0,
  );
}
