import type { LocalReference } from './body.ts';

/** Names of a path's segment or a host's first label behind which sites hide the address a reader wants. */
const redirectors = new Set([
  ...[
    'link',
    'links',
    'link2',
    'go',
    'goto',
    'gotolink',
    'jump',
    'jumpto',
    'redirect',
    'redirector',
    'redir',
    'sinaurl',
    'linkfilter',
  ],
  ...[
    'out',
    'outlink',
    'outbound',
    'away',
    'leave',
    'external',
    'exit',
    'l',
    'forward',
    'gate',
    'url',
    'urlredirect',
    'safelink',
    'link-jump',
    'blog-entry',
  ],
]);
const parameters = ['url', 'target', 'to', 'u', 'q', 'goto', 'redirect', 'link', 'dest', 'destination', 'jump', 'href'];

function parse(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

function isRedirector(url: URL): boolean {
  const segments = url.pathname
    .toLowerCase()
    .split('/')
    .map((segment) => segment.replace(/\.(?:php|aspx?|html?|jsp|do)$/, ''));
  return [url.hostname.split('.')[0] ?? '', ...segments].some((name) => redirectors.has(name));
}

/** The address behind a redirector (`…/GoToLink?url=…`), redirectors inside redirectors too; else the address itself. */
export function unwrapRedirect(address: string): string {
  let result = address;
  for (let round = 0; round < 3; round++) {
    const url = parse(result);
    if (!url || !isRedirector(url)) return result;
    const inner = parameters
      .map((name) => url.searchParams.get(name))
      .find((value) => value && /^(?:https?:)?\/\/[^/]|^https?%3a/i.test(value));
    if (!inner) return result;
    result = /^https?%3a/i.test(inner) ? decodeURIComponentOr(inner) : inner.replace(/^\/\//, 'https://');
  }
  return result;
}

function decodeURIComponentOr(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Whether nobody can take an address of the web for a relative one or see another host in it. */
export const isPlainlyWritten = (address: string): boolean => /^https?:\/\/[^\\/?#]+(?:[/?#]|$)/i.test(address);

/** An absolute address that may be linked to: `http(s)`, `mailto`, `tel`, no user name or password in it; else null. */
export function safeLink(address: string): string | null {
  const url = parse(address.startsWith('//') ? `https:${address}` : address);
  if (!url || !/^(?:https?|mailto|tel):$/.test(url.protocol) || url.username || url.password) return null;
  if (/^https?:$/.test(url.protocol) && !url.hostname) return null;
  const written = address.startsWith('//') ? `https:${address}` : address.replace(/[\t\n\r]/g, '').trim();
  // `https:x`, `https:/x` and `https:\\x` name a host here, but a page of ours to a browser that is on one.
  return isPlainlyWritten(written) || !url.hostname ? written : url.href;
}

/** Where a link of an article leads: behind redirectors, into the site for other article files; null where nowhere safe. */
export function linkTarget(href: string, references: Readonly<Record<string, LocalReference>>): string | null {
  const written = href.trim();
  if (written === '') return null;
  if (Object.hasOwn(references, written)) return references[written]?.href ?? null;
  const safe = safeLink(written);
  return safe && safeLink(unwrapRedirect(safe));
}
