import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { parseHtml } from '../../src/article/parse-html.ts';
import { readBody } from '../../src/article/read-body.ts';
import { treeFaults } from './gates.ts';
import { guardedBody, lostOf } from './guarded-body.ts';
import { randomBody } from './random-body.ts';

test('hostile bodies cut and put together at random leave nothing forbidden and take nothing good', () => {
  fc.assert(
    fc.property(randomBody, (hostile) => {
      const { body, guards } = guardedBody([{ name: 'random', body: hostile }]);
      const { tree } = readBody(body, { title: '晒谷场', format: 'html', references: {} }, parseHtml);
      expect(treeFaults(tree)).toEqual([]);
      expect(guards.flatMap((guard) => lostOf(tree, guard))).toEqual([]);
      expect(toHtml(fromHtml(toHtml(tree), { fragment: true }))).toBe(toHtml(tree));
    }),
    { seed: 20231105, numRuns: 2000, interruptAfterTimeLimit: 15_000 },
  );
});
