import { expect, test } from 'vitest';
import { createDeadHostStore } from '../../src/library/dead-hosts.ts';

test('hosts are counted, the latest stands last, the oldest are forgotten', () => {
  const store = createDeadHostStore();
  for (const host of ['a.example', 'b.example', 'a.example']) store.add(host);
  expect(store.get().map(([host, failures]) => [host, failures])).toEqual([
    ['b.example', 1],
    ['a.example', 2],
  ]);
  for (let number = 0; number < 60; number++) store.add(`${number}.example`);
  expect(store.get()).toHaveLength(50);
});
