import { useEffect } from 'react';
import type { PageData } from '../edition/edition-data.ts';
import { pageLanguage, pageTitle } from './page-title.ts';
import { useReader } from './reader.tsx';
import { useAfterFrame } from './use-after-frame.ts';

/**
 * Gives the document the title and the language of the page.
 * @param more what a filtered list shows besides; empty for nothing
 */
export function usePageTitle(page: PageData, more = ''): void {
  const { messages, lang: interfaceLang } = useReader();
  const title = pageTitle(page, messages, more);
  const lang = pageLanguage(page, interfaceLang);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useAfterFrame(() => {
    // All that is seen has a language of its own.
    document.documentElement.lang = lang;
  }, lang);
}
