import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { privateHost } from './check-address.ts';
import { isPrivateAddress } from './private-address.ts';

/**
 * Resolves names for one connection, which then goes to the very addresses that were checked: a name that is asked for again
 * may lead elsewhere. A name that leads to a private address among others leads nowhere.
 */
export function checkedLookup(allowPrivate: boolean, resolve: typeof lookup = lookup): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const addresses: LookupAddress[] = error === null ? found : [];
      const [first] = addresses;
      const isRefused = !allowPrivate && addresses.some(({ address }) => isPrivateAddress(address));
      if (error !== null || first === undefined || isRefused) {
        const reason = error ?? privateHost(hostname);
        done(reason, '', 0);
      } else if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}
