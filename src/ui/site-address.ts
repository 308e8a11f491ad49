import { withBase } from '../edition/addresses.ts';

/** Puts the base path before an address of our own (`/media/x.webp`); any other stays as it is. */
export function siteAddress(base: string, address: string): string {
  return address.startsWith('/') && !address.startsWith('//') ? withBase(base, address) : address;
}
