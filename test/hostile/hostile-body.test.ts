import { describe, expect, test } from 'vitest';
import type { BodyFormat } from '../../src/article/body.ts';
import { parseHtml } from '../../src/article/parse-html.ts';
import { type ReadBody, readBody } from '../../src/article/read-body.ts';
import { allVectors } from './all-vectors.ts';
import { treeFaults } from './gates.ts';
import { guardedBody, lostOf } from './guarded-body.ts';
import type { Vector } from './vector.ts';

const read = (body: string, format: BodyFormat): ReadBody =>
  readBody(body, { title: '晒谷场', format, references: {} }, parseHtml);

/** What is wrong with a body made of a vector between two good pieces. */
function faultsOf(
  body: string,
  format: BodyFormat,
  guards: ReturnType<typeof guardedBody>['guards'],
): readonly string[] {
  const { tree } = read(body, format);
  return [...treeFaults(tree), ...guards.flatMap((guard) => lostOf(tree, guard).map((what) => `lost: ${what}`))];
}

test('no two vectors have one name', () => {
  const names = allVectors.map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

describe('a hostile body leaves nothing forbidden, and takes nothing good with it', () => {
  const groupOf = ({ name }: Vector): string => name.split(':')[0] ?? '';
  test.each([...new Set(allVectors.map(groupOf))])('%s', (group) => {
    const bad = allVectors
      .filter((vector) => groupOf(vector) === group)
      .flatMap((vector) => {
        const { body, guards } = guardedBody([vector]);
        const faults = faultsOf(body, vector.format ?? 'html', guards);
        return faults.length > 0 ? [{ name: vector.name, faults }] : [];
      });
    expect(bad).toEqual([]);
  });
});
