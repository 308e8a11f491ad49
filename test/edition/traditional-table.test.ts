import { expect, test } from 'vitest';
import { makeTraditionalTable } from '../../src/build/make-traditional-table.ts';
import { simplified, traditional } from '../../src/edition/traditional-table.ts';

test('the checked-in table is what opencc gives', async () => {
  await expect(makeTraditionalTable()).toMatchFileSnapshot('../../src/edition/traditional-table.ts');
});

test('both sides are equally long, and small', () => {
  expect(traditional).toHaveLength(simplified.length);
  expect(traditional.length).toBeGreaterThan(2500);
  expect(traditional.length).toBeLessThan(4000);
});
