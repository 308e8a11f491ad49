import { useEffect } from 'react';
import type { PageData } from '../edition/edition-data.ts';
import { pageLanguage, pageTitle } from './page-title.ts';
import { useReader } from './reader.tsx';

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
    document.documentElement.lang = lang;
  }, [title, lang]);
}
