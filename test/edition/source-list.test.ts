import { expect, test } from 'vitest';
import { createSlugger } from '../../src/edition/slug.ts';
import { buildSourceList } from '../../src/edition/source-list.ts';

const slugger = createSlugger((text) => text);

test('sources are listed by size, then by name', () => {
  const { nodes, indexOf } = buildSourceList(['Beta', 'Gamma', 'Alpha', 'Gamma'], slugger);
  expect(nodes).toEqual([
    { name: 'Gamma', slug: 'gamma', count: 2 },
    { name: 'Alpha', slug: 'alpha', count: 1 },
    { name: 'Beta', slug: 'beta', count: 1 },
  ]);
  expect(indexOf).toEqual([2, 0, 1, 0]);
});

test('one source however it is written, shown as it is mostly written', () => {
  const { nodes, indexOf } = buildSourceList(['晨報', '晨报', '晨報', '晨報', 'ＡＢＣ', 'abc'], slugger);
  expect(nodes.map(({ name, count }) => [name, count])).toEqual([
    ['晨報', 4],
    ['abc', 2],
  ]);
  expect(indexOf).toEqual([0, 0, 0, 0, 1, 1]);
});

test('an article without a source has none', () => {
  expect(buildSourceList(['', ' \u3000'], slugger)).toEqual({ nodes: [], indexOf: [-1, -1] });
});
