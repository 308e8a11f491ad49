import { expect, test } from 'vitest';
import { hostToShow } from '../../src/ui/link-host.ts';

test.each([
  ['text that is no address', '别处的灯塔', 'https://other.example/', null],
  ['the same host', 'https://other.example/page', 'https://other.example/', null],
  ['the same host without www', 'other.example', 'https://www.other.example/', null],
  ['a sub-domain of what is named', 'other.example', 'https://m.other.example/', null],
  ['another host', 'bank.example', 'https://trap.example/', 'trap.example'],
  ['a number', '1.25', 'https://other.example/', null],
  ['letters that imitate others', '银行', 'https://bаnk.example/', 'xn--bnk-6cd.example'],
  ['an address that is none', 'bank.example', 'not an address', null],
])('hostToShow with %s', (_, text, address, host) => {
  expect(hostToShow(text, address)).toBe(host);
});
