import { withBase } from '../edition/addresses.ts';
import { contentSecurityPolicy } from '../edition/content-security-policy.ts';

/** Files whose names change with their content, below the base. One `*` at the end is what hosts agree on. */
export const HASHED = ['/assets/*', '/articles/*', '/media/*', '/data/columns-*', '/data/sheet-*', '/data/shard-*'];

/**
 * `_headers` as Cloudflare and Netlify read it. No header stands in two rules that match one address: both hosts would send
 * the two values joined by a comma.
 * @param base begins and ends with `/`
 * @param cssHashes base64 SHA-256 of the inlined style sheets
 * @param scriptHash the same of the inlined script
 */
export function headersFile(base: string, cssHashes: readonly string[], scriptHash: string): string {
  const everywhere = [
    // A page's own policy can't say who may frame it; this one can.
    `Content-Security-Policy: ${contentSecurityPolicy(cssHashes, scriptHash)}; frame-ancestors 'none'`,
    'X-Content-Type-Options: nosniff',
    'Referrer-Policy: same-origin',
  ];
  const forEver = ['Cache-Control: public, max-age=31536000, immutable'];
  return [rule(base, '/*', everywhere), ...HASHED.map((path) => rule(base, path, forEver))].join('\n');
}

function rule(base: string, path: string, headers: readonly string[]): string {
  return `${withBase(base, path)}\n${headers.map((header) => `  ${header}\n`).join('')}`;
}
