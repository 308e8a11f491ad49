import { useEffect } from 'react';
import type { PageData } from '../edition/edition-data.ts';
import { pageHead } from './page-head.ts';

/** Gives the document the title the page has when it is printed. */
export function usePageTitle(page: PageData): void {
  const { title } = pageHead(page, '/');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
