import { withBase } from '../edition/addresses.ts';
import { contentSecurityPolicy } from '../edition/content-security-policy.ts';
import { WORKER_FILE } from '../edition/shell-files.ts';

/** Where pages are. Everything else is no document, or one (feeds) that runs nothing. */
const PAGES = [
  ...['/', '/index.html', '/404.html', '/offline.html'],
  ...['/a/*', '/c/*', '/s/*', '/page/*', '/about/*', '/saved/*', '/history/*'],
];

/** Files whose names change with their content, below the base. One `*` at the end is what hosts agree on. */
export const HASHED = ['/assets/*', '/articles/*', '/media/*', '/data/columns-*', '/data/sheet-*', '/data/shard-*'];

/**
 * What the service worker may do. It keeps the pictures a reader has seen, and so must be able to fetch them from wherever
 * they are; the pages' own policy lets scripts fetch nothing from elsewhere.
 */
const WORKER_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self' https:";

/**
 * `_headers` as Cloudflare and Netlify read it. No header stands in two rules that match one address: both hosts would send
 * the two values joined by a comma.
 * @param base begins and ends with `/`
 * @param cssHashes base64 SHA-256 of the inlined style sheets
 * @param scriptHash the same of the inlined script
 */
export function headersFile(base: string, cssHashes: readonly string[], scriptHash: string): string {
  const everywhere = [
    'X-Content-Type-Options: nosniff',
    'Referrer-Policy: same-origin',
    // Pages that stand in none of the rules below (404, moved articles) carry their policy in themselves, where it can't say this.
    'X-Frame-Options: DENY',
  ];
  // A page's own policy can't say who may frame it; this one can.
  const policy = [`Content-Security-Policy: ${contentSecurityPolicy(cssHashes, scriptHash)}; frame-ancestors 'none'`];
  const forEver = ['Cache-Control: public, max-age=31536000, immutable'];
  // A worker that is kept for long keeps its whole site back.
  const worker = ['Cache-Control: no-cache', `Content-Security-Policy: ${WORKER_POLICY}`];
  return [
    rule(base, '/*', everywhere),
    ...PAGES.map((path) => rule(base, path, policy)),
    ...HASHED.map((path) => rule(base, path, forEver)),
    rule(base, `/${WORKER_FILE}`, worker),
  ].join('\n');
}

function rule(base: string, path: string, headers: readonly string[]): string {
  return `${withBase(base, path)}\n${headers.map((header) => `  ${header}\n`).join('')}`;
}
