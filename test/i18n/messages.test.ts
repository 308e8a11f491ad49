import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/edition/interface-language.ts';
import { messages as en } from '../../src/i18n/en.ts';
import { lightboxWords } from '../../src/i18n/lightbox-words.ts';
import { messages as zhCN } from '../../src/i18n/zh-cn.ts';
import { messages as zhTW } from '../../src/i18n/zh-tw.ts';

/**
 * Words that come with a feature stand in a file of its own, `src/i18n/<feature>-words.ts`, which exports them as
 * `<feature>Words: Readonly<Record<Language, Words>>`. Whatever else a language says it must say in all.
 */
const folder = resolve(import.meta.dirname, '../../src/i18n');
const wordFiles = readdirSync(folder).filter((file) => file.endsWith('-words.ts'));

/** `share-card-words.ts` → `shareCardWords` */
const exportOf = (file: string): string =>
  file.replace(/\.ts$/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Every text by its path: `choices.theme.auto` is a `string`, or a `function` that makes one. */
function shapeOf(words: unknown, path = ''): readonly string[] {
  if (typeof words !== 'object' || words === null) return [`${path}: ${words === '' ? 'nothing' : typeof words}`];
  return Object.entries(words).flatMap(([key, value]) => shapeOf(value, path === '' ? key : `${path}.${key}`));
}

function expectSameWords(table: object): void {
  expect(Object.keys(table).toSorted()).toEqual([...languages].toSorted());
  const [first = [], ...others] = Object.values(table).map((words) => shapeOf(words).toSorted());
  expect(first.length).toBeGreaterThan(0);
  expect(first.filter((text) => !/: (?:string|function)$/.test(text))).toEqual([]);
  for (const other of others) expect(other).toEqual(first);
}

describe('every language has a text for every key', () => {
  test('of what printed pages show', () => {
    expectSameWords({ 'zh-CN': zhCN, 'zh-TW': zhTW, en });
  });

  test.each(wordFiles)('of %s', async (file) => {
    const module: Readonly<Record<string, unknown>> = await import(join(folder, file));
    const table = module[exportOf(file)];
    if (typeof table !== 'object' || table === null) throw new Error(`${file} exports no ${exportOf(file)}`);
    expectSameWords(table);
  });

  test('and one that lacks one is found', () => {
    const table = { 'zh-CN': { a: { b: 'x' } }, 'zh-TW': { a: { b: 'x' } }, en: { a: {} } };
    expect(() => expectSameWords(table)).toThrow();
    expect(() => expectSameWords({ ...table, en: { a: { b: '' } } })).toThrow();
    expect(() => expectSameWords({ ...table, en: { a: { b: () => 'x' } } })).toThrow();
    expect(() => expectSameWords({ ...table, en: { a: { b: 'y' } } })).not.toThrow();
  });
});

test('the lightbox says which of how many pictures is open', () => {
  for (const { place } of Object.values(lightboxWords)) expect(place).toMatch(/\{index\}.*\{total\}/);
});
