import type { PageData } from '../edition/edition-data.ts';
import { PAGE_DATA_CLOSE, PAGE_DATA_OPEN } from '../edition/page-data-script.ts';
import { fetchWithin } from './fetch-file.ts';

/** What the current document carries; null where it carries nothing that can be read. */
export function readPageData(page: Document): PageData | null {
  const text = page.getElementById('page-data')?.textContent;
  return text ? (JSON.parse(text) as PageData) : null;
}

/**
 * Takes the data out of another page's HTML. The marker is searched for, the HTML is not parsed: everything else in the
 * page that could look like it is escaped. Throws where a page has no data.
 */
export function extractPageData(html: string): PageData {
  const open = html.indexOf(PAGE_DATA_OPEN);
  const start = open + PAGE_DATA_OPEN.length;
  const end = open < 0 ? -1 : html.indexOf(PAGE_DATA_CLOSE, start);
  if (end < 0) throw new Error('The page carries no data.');
  return JSON.parse(html.slice(start, end)) as PageData;
}

/** The data of the page at `address`. A page that isn't there is `not-found`; other failures throw. */
export function fetchPageData(address: string): Promise<PageData> {
  const read = async (response: Response): Promise<PageData> => {
    if (response.status === 404 || response.status === 410) return { kind: 'not-found' };
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return extractPageData(await response.text());
  };
  return fetchWithin(address, read, { headers: { accept: 'text/html' } });
}
