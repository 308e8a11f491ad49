import { site } from '../site.ts';

/**
 * What a page may do, should anything hostile get past the allow-list after all. The same in every page's head and in the
 * headers a host sends.
 * @param cssHashes base64 SHA-256 of the inlined style sheets
 * @param scriptHash the same of the inlined script
 */
export function contentSecurityPolicy(cssHashes: readonly string[], scriptHash: string): string {
  const frames = site.embedHosts.flatMap((host) => [`https://${host}`, `https://*.${host}`]);
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${scriptHash}'`,
    `style-src 'self' ${cssHashes.map((hash) => `'sha256-${hash}'`).join(' ')}`,
    "img-src 'self' https: data:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types dompurify broadsheet-url 'allow-duplicates'",
    `frame-src ${frames.join(' ')}`,
  ].join('; ');
}
