import { useEffect } from 'react';
import type { PageData } from '../edition/edition-data.ts';
import { pageLanguage, pageTitle } from './page-title.ts';

/**
 * Gives the document the title and the language the page has when it is printed.
 * @param more what a filtered list shows besides; empty for nothing
 */
export function usePageTitle(page: PageData, more = ''): void {
  const title = pageTitle(page, more);
  const lang = pageLanguage(page);
  useEffect(() => {
    document.title = title;
    document.documentElement.lang = lang;
  }, [title, lang]);
}
