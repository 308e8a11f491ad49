import { isIP } from 'node:net';
import { FetchError } from './fetch-error.ts';
import { isPrivateAddress } from './private-address.ts';

const PRIVATE_HINT = '--allow-private lets it through, for a network of your own';

/** What is said of an address: without name and password, and not longer than a line. */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return address.slice(0, 200);
  const url = new URL(address);
  if (url.username === '' && url.password === '') return address.slice(0, 200);
  url.username = '';
  url.password = '';
  return url.href.slice(0, 200);
}

/**
 * Checks an address before anything is sent to it; where a name leads is checked when it is looked up.
 * @throws FetchError for other schemes than http and https, for ports of other services, and for private hosts.
 */
export function checkAddress({ protocol, hostname, port }: URL, allowPrivate: boolean): void {
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new FetchError(`${protocol} is not followed`, 'only http and https are');
  }
  // Mail, name and file servers listen below; what they make of a request is nobody's business.
  if (port !== '' && Number(port) < 1024 && port !== '80' && port !== '443') {
    throw new FetchError(`port ${port} is no web server's`, 'use 80, 443 or one from 1024 on');
  }
  const host = hostname.replace(/^\[|\]$/g, '');
  const isLocalName = /^(?:.+\.)?(?:localhost|local|internal|home\.arpa|lan)\.?$/i.test(host);
  if (!allowPrivate && (isLocalName || (isIP(host) !== 0 && isPrivateAddress(host)))) throw privateHost(host);
}

export function privateHost(host: string): FetchError {
  return new FetchError(`${host} is not on the public web`, PRIVATE_HINT);
}
