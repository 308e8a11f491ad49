import { site } from '../site.ts';

/** The time zone of the reader's own day, as their device says it; where it doesn't, the site's. */
export function readersZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || site.timeZone;
}
