import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toOneLine, visibleText } from '../../src/article/clean-text.ts';
import { readArticle } from '../../src/article/read-article.ts';
import { articleText, type FiledStory } from '../../src/import/article-text.ts';

const STORY: FiledStory = {
  ...{ guid: null, link: null, title: '', html: '<p>The tide was out.</p>', summary: '', date: null, updated: null },
  ...{ source: '', writer: '', tags: [], cover: null, language: null, categories: [] },
};

const read = (story: Partial<FiledStory>) =>
  readArticle(articleText({ ...STORY, ...story }), { file: 'a.html', timeZone: 'Asia/Shanghai' });

const plain = (text: string): string => visibleText(toOneLine(text));

/** Words with all that YAML, the reader of raw lines and HTML give a meaning to. */
const word = fc.oneof(
  fc.constantFrom(
    '"',
    "'",
    '""',
    "''",
    '#',
    ': ',
    ' #',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '\\',
    '\\n',
  ),
  fc.constantFrom(
    '&amp;',
    '&lt;',
    '&#8212;',
    '---',
    '+++',
    '...',
    'title:',
    'date：',
    '标题：',
    'yes',
    '~',
    'null',
    '0x1F',
    '1e3',
    '<b>',
    '【x】',
    '…',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const line = fc.array(word, { maxLength: 6 }).map((words) => words.join(''));
const seeded = { seed: 20260921, numRuns: 1500 };

describe('a file', () => {
  test('keeps any title and any source', () => {
    fc.assert(
      fc.property(line, line, (title, source) => {
        const { meta, problems } = read({ title, source: `s${source}`, date: 0 });
        expect(meta.title).toBe(plain(title));
        expect(meta.source).toBe(plain(`s${source}`));
        expect(problems).toEqual([]);
      }),
      seeded,
    );
  });

  test('keeps any summary', () => {
    fc.assert(
      fc.property(line, (summary) => {
        expect(read({ summary }).meta.description).toBe(toOneLine(summary));
      }),
      seeded,
    );
  });

  test('keeps any categories, and any tags without commas in them, at which the reader cuts', () => {
    const levels = fc.array(
      line.map((text) => toOneLine(`x${text}x`).slice(0, 90)),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(levels, (path) => {
        const tidy = path.map(toOneLine);
        const tags = tidy.map((level) => level.replace(/[,，、;；]/g, ''));
        const { meta, problems } = read({ categories: path, tags });
        expect(meta.categories).toEqual(tidy);
        expect(meta.tags).toEqual([...new Set(tags)]);
        expect(problems).toEqual([]);
      }),
      seeded,
    );
  });

  test('keeps any text as it is, but for control characters', () => {
    fc.assert(
      fc.property(line, (html) => {
        const { body } = read({ title: 'x', html: `<p>${html}</p>` });
        const kept = html.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]/g, '').replace(/\r\n?/g, '\n');
        expect(body).toBe(`\n<p>${kept}</p>\n`);
      }),
      seeded,
    );
  });

  test('says moments, addresses and language as the reader understands them', () => {
    const { meta } = read({
      ...{ date: Date.UTC(2026, 8, 21, 6, 30), updated: Date.UTC(2026, 8, 22, 1, 2, 3) },
      ...{
        link: 'https://pier.example/a?b=1&copy=2#c',
        cover: 'https://pier.example/a.jpg?w=1&h=2',
        language: 'fr-CA',
      },
    });
    expect(meta).toMatchObject({
      ...{ date: Date.UTC(2026, 8, 21, 6, 30), updated: Date.UTC(2026, 8, 22, 1, 2, 3) },
      ...{
        original: 'https://pier.example/a?b=1&copy=2#c',
        cover: 'https://pier.example/a.jpg?w=1&h=2',
        lang: 'fr-CA',
      },
    });
  });
});
