import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FrontValue } from '../../src/article/front-value.ts';
import { readFrontMatter } from '../../src/article/read-front-matter.ts';

function value(kind: 'yaml' | 'toml' | 'json', block: string, key: string): FrontValue | undefined {
  return readFrontMatter(kind, block).entries.get(key)?.value;
}

describe('a title', () => {
  test.each([
    ['hash', 'title: 【早】 #1 报', '【早】 #1 报'],
    ['anchor', 'title: &a 早报', '&a 早报'],
    ['alias', 'title: *早报*', '*早报*'],
    ['at', 'title: @早报', '@早报'],
    ['flow-look-alike', 'title: [转] 早报', '[转] 早报'],
    ['unescaped-quote', "title: 'It's here'", "It's here"],
    ['unclosed-quote', "title: 'early\nauthor: 'x'\ndate: y", "'early"],
    ['over-lines', `title: '@press "\n早报\n晚报"'\ncategories:\n - a`, '@press " 早报 晚报"'],
    [
      'over-lines-with-a-key-inside',
      `title: '早报\nlink: https://a.example/\nPS: 晚报'\ndate: x`,
      '早报 link: https://a.example/ PS: 晚报',
    ],
    ['over-lines-with-a-tag-line', "title: '早报\n#头条\n'\ndate: x", '早报 #头条'],
    ['over-lines-without-quotes', 'title: 早报\n晚报\ndate: x', '早报 晚报'],
    ['folded', 'title: >-\n  早报\n  晚报\ndate: x', '早报 晚报'],
    ['literal', 'title: |\n  早报\ndate: x', '早报'],
    ['on-its-own-line', 'title:\n  早报\ndate: x', '早报'],
    ['before-an-unknown-key', 'title: 早报\nmy_key: 3\ndate: x', '早报'],
    ['capital', 'Title: 早报', '早报'],
    ['no-space', 'title:早报', '早报'],
    ['twice', 'title: 早报\ntitle: 晚报', '早报'],
    ['empty', "title: ''", ''],
    ['number', 'title: 007', '007'],
    ['block-scalar-no-yaml', 'title: >-\n  早报\n\tx: [\ndate: x', '早报 x: ['],
  ])('%s', (_, block, expected) => {
    expect(value('yaml', block, 'title')).toBe(expected);
  });
});

describe('other values', () => {
  test('maps and lists go through a YAML parser', () => {
    const block = 'author:\n  name: 早报\n  url: https://a.example/\ncover: { src: ./a.webp }\ntags: [a, "b: c"]';
    expect(value('yaml', block, 'author')).toEqual(
      new Map([
        ['name', '早报'],
        ['url', 'https://a.example/'],
      ]),
    );
    expect(value('yaml', block, 'cover')).toEqual(new Map([['src', './a.webp']]));
    expect(value('yaml', block, 'tags')).toEqual(['a', 'b: c']);
  });

  test('unknown keys are left out', () => {
    expect([...readFrontMatter('yaml', '__proto__: x\nmine: [1]\ntitle: a').entries.keys()]).toEqual(['title']);
  });

  test('what a YAML parser refuses is read key by key, with a warning on its line', () => {
    const block = 'title: 【早】 #1\nmine: [unclosed\ntags: [a, b]\nauthor:\n  name: 早报\ndate: 2021-12-29';
    const { entries, problems } = readFrontMatter('yaml', block);
    expect(entries.get('tags')?.value).toEqual(['a', 'b']);
    expect(entries.get('author')?.value).toEqual(new Map([['name', '早报']]));
    expect(entries.get('date')).toEqual({ line: 6, value: '2021-12-29' });
    expect(problems).toEqual([
      { line: expect.any(Number), reason: expect.stringContaining('YAML'), hint: expect.any(String) },
    ]);
  });

  test('a line that belongs to no key is a warning', () => {
    const { entries, problems } = readFrontMatter('yaml', 'title: a\ndate: b\nnonsense\nauthor: c');
    expect([...entries.keys()]).toEqual(['title', 'date', 'author']);
    expect(problems).toMatchObject([{ line: 3 }]);
  });

  test('what generators write is no warning', () => {
    const block = `title: '"木星"与"土星"'\ncategories: \n - 财经\n - 问答: 日报\n\nheadimg: ''\nauthor: @某报\ncomments: false\ndate: x`;
    expect(readFrontMatter('yaml', block).problems).toEqual([]);
  });
});

describe('hostile front matter', () => {
  test.each([
    ['alias-bomb', 'title: a\nx: &a [y, y]\nz: &b [*a, *a, *a]\nv: [*b, *b, *b]\ndate: d'],
    ['alias-to-itself', 'title: a\ntags: &a [*a]\ndate: d'],
    ['ten-thousand-keys', `title: a\n${Array.from({ length: 10_000 }, (_, at) => `k${at}: v`).join('\n')}\ndate: d`],
    ['nested-brackets', `title: a\nx: ${'['.repeat(20_000)}\ndate: d`],
    ['nested-dashes', `title: a\nx:\n  ${'- '.repeat(5000)}\ndate: d`],
    ['a-thousand-unclosed-titles', `title: a\n${'title: "b\n'.repeat(10_000)}\ndate: d`],
  ])('%s ends in one warning and leaves the rest readable', (_, block) => {
    const { entries, problems } = readFrontMatter('yaml', block);
    expect(problems).toHaveLength(1);
    expect(entries.get('title')?.value).toBe('a');
    expect(entries.get('date')?.value).toBe('d');
  });
});

describe('toml', () => {
  test('texts, dates, lists and tables', () => {
    const block =
      'title = "早报"\ndate = 2021-12-29T16:42:00+08:00\nlastmod = 2021-12-30\ntags = ["a"]\ndraft = true\n[cover]\nimage = "a.webp"';
    const read = (key: string) => value('toml', block, key);
    expect([read('title'), read('lastmod'), read('tags'), read('draft')]).toEqual([
      '早报',
      '2021-12-30',
      ['a'],
      'true',
    ]);
    expect(new Date(String(read('date'))).getTime()).toBe(Date.UTC(2021, 11, 29, 8, 42));
    expect(read('cover')).toEqual(new Map([['image', 'a.webp']]));
  });

  test('a broken line is a warning, the others are read', () => {
    const { entries, problems } = readFrontMatter('toml', 'title = "早报"\ndate = = 3\ntags = ["a"]');
    expect([...entries.keys()]).toEqual(['title', 'tags']);
    expect(problems).toMatchObject([{ line: 2, reason: expect.stringContaining('TOML') }]);
  });
});

describe('json', () => {
  test('texts, numbers, lists and maps', () => {
    const block =
      '{\n "title": "早&amp;报",\n "date": 1640767371000,\n "draft": false,\n "image": {"url": "a.png"}, "__proto__": {"x": 1}\n}';
    expect(value('json', block, 'title')).toBe('早&报');
    expect(readFrontMatter('json', block).entries.get('date')).toEqual({ line: 3, value: '1640767371000' });
    expect(value('json', block, 'image')).toEqual(new Map([['url', 'a.png']]));
  });

  test('a trailing comma is forgiven, with a warning', () => {
    const { entries, problems } = readFrontMatter('json', '{"title": "早报",}');
    expect(entries.get('title')?.value).toBe('早报');
    expect(problems).toHaveLength(1);
  });

  test('deep nesting is cut', () => {
    expect(readFrontMatter('json', `{"title": "a", "tags": ${'['.repeat(5000)}${']'.repeat(5000)}}`).problems).toEqual(
      [],
    );
  });
});

test('no block makes the reader throw', () => {
  const piece = fc.constantFrom(
    'title: ',
    'tags: ',
    ' - ',
    '\n',
    '[',
    ']',
    '{',
    '"',
    "'",
    '&a',
    '*a',
    '|',
    '文',
    '#',
    ': ',
    '= ',
    '!!x ',
    '\t',
  );
  const blocks = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  );
  fc.assert(
    fc.property(blocks, fc.constantFrom('yaml', 'toml', 'json', 'none'), (block, kind) => {
      const lines = block.split('\n').length;
      for (const { line } of readFrontMatter(kind, block).problems) expect(line >= 1 && line <= lines + 1).toBe(true);
    }),
    { numRuns: 400 },
  );
});
