import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/article/parse-yaml.ts';

describe('parseYaml', () => {
  test('keeps every value a text', () => {
    const parsed = parseYaml('a: 007\nb: yes\nc: 1e3\nd: null\ne: 2021-12-29\nf:\n');
    expect(parsed.kind === 'read' ? [...parsed.values.values()] : []).toEqual([
      '007',
      'yes',
      '1e3',
      'null',
      '2021-12-29',
      '',
    ]);
  });

  test('keys that name parts of objects are plain data', () => {
    const parsed = parseYaml('__proto__: {polluted: x}\nconstructor: y');
    expect(parsed.kind === 'read' ? [...parsed.values.keys()] : []).toEqual(['__proto__', 'constructor']);
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  test('a merge key is a key like any other', () => {
    const parsed = parseYaml('<<: {a: b}\nc: d');
    expect(parsed.kind === 'read' ? [...parsed.values.keys()] : []).toEqual(['<<', 'c']);
  });

  test('says on which line it broke', () => {
    expect(parseYaml('a: b\nc: [d\ne: f\n')).toMatchObject({ kind: 'broken', reason: expect.stringMatching(/./) });
    expect(parseYaml('a: b\nc: @d\n')).toMatchObject({ kind: 'broken', line: 2 });
  });

  test.each([
    ['alias-bomb', `a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nd: [*c, *c, *c, *c]`],
    ['alias-to-itself', 'a: &a [*a]'],
    ['alias', 'a: &a x\nb: *a'],
    ['ten-thousand-keys', Array.from({ length: 10_000 }, (_, at) => `k${at}: v`).join('\n')],
    ['many-keys', 'k: v\n'.repeat(2000)],
    ['nested-brackets', `a: ${'['.repeat(20_000)}`],
    ['nested-brackets-under-the-cap', `a: ${'['.repeat(8000)}`],
    ['nested-braces', `a: ${'{a: '.repeat(3000)}`],
    ['nested-dashes', `a:\n  ${'- '.repeat(8000)}x`],
    ['nested-questions', `${'? '.repeat(8000)}x`],
    ['a-list', '- a\n- b'],
    ['a-text', 'just text'],
  ])('%s is broken', (_, block) => {
    expect(parseYaml(block).kind).toBe('broken');
  });

  test.each([
    ['empty', ''],
    ['only-comments', '# a\n\n'],
  ])('%s holds nothing', (_, block) => {
    expect(parseYaml(block)).toEqual({ kind: 'read', values: new Map() });
  });
});
