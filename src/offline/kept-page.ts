import type { PageData } from '../edition/edition-data.ts';
import { extractPageData } from '../library/page-data.ts';

/** In the `Server-Timing` of a page that comes out of a cache: the only word a page can learn about where it came from. */
export const KEPT = 'kept';

type ArticleData = Extract<PageData, { readonly kind: 'article' }>;

/** A page as it may be kept. */
export interface KeptPage {
  readonly response: Response;
  /** Null for every page but an article's. */
  readonly article: ArticleData | null;
  readonly bytes: number;
}

/** A page that is moved elsewhere, or that something else on the way answers for, is none of ours. */
function isWhole({ status, redirected, headers }: Response): boolean {
  return status === 200 && !redirected && (headers.get('content-type') ?? '').includes('text/html');
}

function articleOf(html: string, id: string): ArticleData | null {
  try {
    const data = extractPageData(html);
    return data.kind === 'article' && data.row.id === id ? data : null;
  } catch {
    return null;
  }
}

/**
 * What of a response is kept; null where it is not the page that was asked for: an error, a redirect, a page some host gives
 * for every address it doesn't know.
 * @param id of the article whose page it must be; null for any other page
 */
export async function keptPage(response: Response, id: string | null): Promise<KeptPage | null> {
  if (!isWhole(response)) return null;
  const body = await response.blob();
  const article = id === null ? null : articleOf(await body.text(), id);
  if (id !== null && article === null) return null;
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name);
  headers.set('server-timing', KEPT);
  return { response: new Response(body, { headers }), article, bytes: body.size };
}

/** Whether the open page came out of a cache. */
export function isKeptCopy(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  const timings = (navigation as PerformanceNavigationTiming | undefined)?.serverTiming ?? [];
  return timings.some(({ name }) => name === KEPT);
}
