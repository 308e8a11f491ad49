const OWN = 'https://own.invalid/';

/**
 * The other host a picture comes from, as a browser reads its address; null for a picture of the site's own, or one that lies
 * in the page itself.
 */
export function pictureHost(address: string): string | null {
  if (!URL.canParse(address, OWN)) return null;
  const { host, protocol } = new URL(address, OWN);
  return /^https?:$/.test(protocol) && host !== 'own.invalid' ? host : null;
}
