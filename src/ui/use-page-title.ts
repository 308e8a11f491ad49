import { useEffect } from 'react';
import type { PageData } from '../edition/edition-data.ts';
import { pageLanguage, pageTitle } from './page-title.ts';

/** Gives the document the title and the language the page has when it is printed. */
export function usePageTitle(page: PageData): void {
  const title = pageTitle(page);
  const lang = pageLanguage(page);
  useEffect(() => {
    document.title = title;
    document.documentElement.lang = lang;
  }, [title, lang]);
}
