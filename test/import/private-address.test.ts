import { describe, expect, test } from 'vitest';
import { checkAddress } from '../../src/import/check-address.ts';
import { checkedLookup } from '../../src/import/checked-lookup.ts';
import { isPrivateAddress } from '../../src/import/private-address.ts';

describe('an address of', () => {
  test.each([
    ['this machine', '127.0.0.1'],
    ['this machine', '127.255.255.254'],
    ['this machine', '::1'],
    ['this machine', '0.0.0.0'],
    ['this machine', '::'],
    ['a home network', '10.0.0.1'],
    ['a home network', '172.16.0.1'],
    ['a home network', '172.31.255.255'],
    ['a home network', '192.168.1.1'],
    ['a home network', 'fc00::1'],
    ['a home network', 'fdab:cdef::1'],
    ['a provider’s network', '100.64.0.1'],
    ['the link', '169.254.0.1'],
    ['the link', 'fe80::1'],
    ['the link', 'fe80::1%eth0'],
    ['a cloud’s metadata', '169.254.169.254'],
    ['a cloud’s metadata', 'fd00:ec2::254'],
    ['a test network', '192.0.2.1'],
    ['a test network', '198.18.0.1'],
    ['a test network', '198.51.100.7'],
    ['a test network', '203.0.113.7'],
    ['a test network', '2001:db8::1'],
    ['a test network', '3fff::1'],
    ['many', '224.0.0.1'],
    ['many', '255.255.255.255'],
    ['many', 'ff02::1'],
    ['IPv4 in IPv6', '::ffff:127.0.0.1'],
    ['IPv4 in IPv6', '::ffff:7f00:1'],
    ['IPv4 in IPv6', '::ffff:a9fe:a9fe'],
    ['IPv4 in IPv6', '::127.0.0.1'],
    ['IPv4 in IPv6', '64:ff9b::10.0.0.1'],
    ['IPv4 in IPv6', '64:ff9b:1::1'],
    ['IPv4 in IPv6', '2002:7f00:1::'],
    ['IPv4 in IPv6', '2001:0:1::1'],
    ['nobody', 'example.org'],
    ['nobody', ''],
  ])('%s is not public: %s', (_, address) => {
    expect(isPrivateAddress(address)).toBe(true);
    expect(isPrivateAddress(`[${address}]`)).toBe(true);
  });

  test.each([
    '1.1.1.1',
    '172.15.0.1',
    '172.32.0.1',
    '100.128.0.1',
    '192.0.1.1',
    '223.255.255.255',
    '2606:4700::1111',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('the public web: %s', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });
});

describe('an address to be fetched', () => {
  const check = (address: string) => () => checkAddress(new URL(address), false);

  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://017700000001/',
    'http://127.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://①②⑦.0.0.1/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost:8080/',
    'http://printer.local/',
    'http://metadata.google.internal/',
    'http://169.254.169.254/latest/meta-data/',
  ])('leads nowhere private: %s', (address) => {
    expect(check(address)).toThrow('is not on the public web');
  });

  test.each(['ftp://pier.example/', 'file:///etc/passwd', 'gopher://pier.example/', 'data:text/xml,x'])(
    'is http or https: %s',
    (address) => {
      expect(check(address)).toThrow('is not followed');
    },
  );

  test.each(['http://pier.example:22/', 'https://pier.example:25/', 'http://pier.example:53/'])(
    'is no mail server’s: %s',
    (address) => {
      expect(check(address)).toThrow('is no web server’s'.replace('’', "'"));
    },
  );

  test.each(['https://pier.example/', 'http://pier.example:80/', 'http://pier.example:8080/x', 'https://8.8.8.8/'])(
    'may be public: %s',
    (address) => {
      expect(check(address)).not.toThrow();
    },
  );
});

describe('looking up a name', () => {
  type Resolve = NonNullable<Parameters<typeof checkedLookup>[1]>;
  const dns = (...addresses: readonly string[]) =>
    ((_name: string, _options: object, done: (error: null, found: object[]) => void) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )) as unknown as Resolve;

  const lookUp = (resolve: Resolve, allowPrivate = false, all = true): Promise<unknown> =>
    new Promise((done, fail) => {
      checkedLookup(allowPrivate, resolve)('pier.example', { all }, (error, found) =>
        error === null ? done(found) : fail(error),
      );
    });

  test('gives the addresses that were checked, all or the first', async () => {
    const found = [
      { address: '8.8.8.8', family: 4 },
      { address: '2606:4700::1111', family: 6 },
    ];
    expect(await lookUp(dns('8.8.8.8', '2606:4700::1111'))).toEqual(found);
    expect(await lookUp(dns('8.8.8.8', '2606:4700::1111'), false, false)).toBe('8.8.8.8');
  });

  test.each([['127.0.0.1'], ['8.8.8.8', '10.0.0.1'], ['::ffff:169.254.169.254'], ['fe80::1']])(
    'refuses a name that leads to %s %s',
    async (...addresses) => {
      await expect(lookUp(dns(...addresses))).rejects.toThrow('pier.example is not on the public web');
      expect(await lookUp(dns(...addresses), true)).toHaveLength(addresses.length);
    },
  );

  test('a name that leads nowhere is no private one', async () => {
    await expect(lookUp(dns())).rejects.toThrow();
  });
});
