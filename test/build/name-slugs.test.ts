import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentSum } from '../../src/build/file-stamp.ts';
import { nameSlugs, openKnownNames } from '../../src/build/name-slugs.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('names are spelt as they were, without the dictionary, until the program is another', () => {
  const file = join(temporaryFolder(), 'names.json');
  const first = openKnownNames(file, 'one');
  expect(first.slugs(['灯塔', '港口'])).toEqual(['deng-ta', 'gang-kou']);
  first.save();
  // Only a spelling that no dictionary gives shows that none was asked.
  const [, body = ''] = readFileSync(file, 'utf8').split('\n');
  const other = body.replace('deng ta', 'light house');
  writeFileSync(file, `one ${contentSum(other)}\n${other}`);
  expect(openKnownNames(file, 'one').slugs(['灯塔', '港口', '海'])).toEqual(['light-house', 'gang-kou', 'hai']);
  expect(openKnownNames(file, 'two').slugs(['灯塔'])).toEqual(nameSlugs(['灯塔']));
});
