import { createHash } from 'node:crypto';

/** Base64 SHA-256 of an inlined style sheet or script, as a content security policy wants it, without `sha256-`. */
export function sourceHash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
