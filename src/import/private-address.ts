import { BlockList, isIP } from 'node:net';

/** Networks of IPv4 that are not the public web: RFC 6890 and its successors, multicast, what is reserved. */
const NOT_PUBLIC_4 = listOf('ipv4', [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]);

/** Of IPv6 only this is handed out to the public … */
const PUBLIC_6 = listOf('ipv6', ['2000::/3']);

/** … except for protocols, tunnels into IPv4 and documentation. */
const NOT_PUBLIC_6 = listOf('ipv6', ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']);

/** IPv6 addresses that stand for an IPv4 one in their last 32 bits: mapped, and translated for networks without IPv4. */
const CARRIERS = listOf('ipv6', ['::ffff:0:0/96', '64:ff9b::/96']);

function listOf(family: 'ipv4' | 'ipv6', networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/** The last 32 bits of an IPv6 address as IPv4. */
function lastFour(address: string): string {
  const dotted = /[\d.]+$/.exec(address)?.[0] ?? '';
  if (dotted.includes('.')) return dotted;
  // `URL` writes every IPv6 address alike, in hexadecimal groups.
  const groups = new URL(`http://[${address}]`).hostname.slice(1, -1).split(':').slice(-2);
  const bits = groups.map((group) => Number.parseInt(group || '0', 16));
  return bits.flatMap((group) => [group >> 8, group & 255]).join('.');
}

/**
 * Whether an IP address belongs to this machine, its network or anything else that is not the public web. What is no IP
 * address counts as private.
 */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const family = isIP(plain);
  if (family === 4) return NOT_PUBLIC_4.check(plain, 'ipv4');
  if (family !== 6) return true;
  if (CARRIERS.check(plain, 'ipv6')) return NOT_PUBLIC_4.check(lastFour(plain), 'ipv4');
  return !PUBLIC_6.check(plain, 'ipv6') || NOT_PUBLIC_6.check(plain, 'ipv6');
}
