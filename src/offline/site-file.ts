/** What lies at an address of the site, as far as it can be kept. */
export type SiteFile =
  | { readonly kind: 'article'; readonly id: string }
  /** Any other page. */
  | { readonly kind: 'page' }
  /** Data with a fixed name, different in every edition. */
  | { readonly kind: 'table' }
  /** Named by their content: they never change. */
  | { readonly kind: 'data' | 'pack' | 'asset' | 'media' }
  | { readonly kind: 'other' };

const ARTICLE = /^\/a\/([^/]+)(?:\/|\/index\.html)?$/;
const HASHED: readonly (readonly ['data' | 'pack' | 'asset' | 'media', RegExp])[] = [
  ['asset', /^\/assets\/[\w.-]+$/],
  ['pack', /^\/articles\/\d+-\w+\.js$/],
  ['data', /^\/data\/(?:sheet-\d+-\w+\.json|columns-\w+\.bin|shard-\d+-\w+\.bin)$/],
  ['media', /^\/media\/[\w.-]+$/],
];
const TABLE = /^\/data\/(?:edition|search|(?:names|search)-\d+)\.json$/;
const PAGE = /\/(?:index\.html)?$/;

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** @param path below the base, beginning with `/`, as it stands in an address: `/a/x/` */
export function siteFileAt(path: string): SiteFile {
  const id = decoded(ARTICLE.exec(path)?.[1] ?? '');
  if (id) return { kind: 'article', id };
  const hashed = HASHED.find(([, pattern]) => pattern.test(path));
  if (hashed) return { kind: hashed[0] };
  if (TABLE.test(path)) return { kind: 'table' };
  return PAGE.test(path) ? { kind: 'page' } : { kind: 'other' };
}

/** The path below the base of an address of the site; null for every other address. */
export function pathBelow(base: string, origin: string, url: URL): string | null {
  return url.origin === origin && url.pathname.startsWith(base) ? url.pathname.slice(base.length - 1) : null;
}

/** A page has one address: `/a/x`, `/a/x/index.html` and `/a/x/?from=mail` are all `/a/x/`. */
export function pageAddress(address: string): string {
  const { origin, pathname } = new URL(address);
  const path = pathname.replace(/\/index\.html$/, '/');
  return origin + (path.endsWith('/') ? path : `${path}/`);
}

/** An address without what may follow a `?`: a file named by its content is the same whatever is asked of it. */
export function plainAddress(address: string): string {
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}
