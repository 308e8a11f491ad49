import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleMeta } from '../../src/article/article-meta.ts';
import { bodyFormat, readArticle } from '../../src/article/read-article.ts';

const options = { file: 'a/b.md', timeZone: 'Asia/Shanghai' };
const yaml = (...lines: string[]) => `---\n${lines.join('\n')}\n---\n\n正文。\n`;
const metaOf = (text: string): ArticleMeta => readArticle(text, options).meta;

describe('readArticle', () => {
  test('reads a file of the family', () => {
    const text = `\n---\ntitle: '"木星"与"土星"'\ncategories: \n - 科学\n - 星报\n - 星报－天文\nheadimg: 'http://cdn.example.com/w600h352/a.jpg'\nauthor: 星报\ncomments: false\ndate: Wed, 29 Dec 2021 08:42:51 GMT\nthumbnail: 'http://cdn.example.com/b.jpg'\n---\n\n<div>   \n<p>正文。</p></div>\n`;
    expect(readArticle(text, { file: 'a.html', timeZone: 'Asia/Shanghai' })).toEqual({
      meta: {
        title: '"木星"与"土星"',
        date: Date.UTC(2021, 11, 29, 8, 42, 51),
        updated: null,
        categories: ['科学', '星报', '星报－天文'],
        source: '星报',
        cover: 'https://cdn.example.com/w600h352/a.jpg',
        description: '',
        tags: [],
        slug: null,
        aliases: [],
        draft: false,
        lang: null,
        original: null,
      },
      body: '\n<div>   \n<p>正文。</p></div>\n',
      bodyLine: 14,
      format: 'html',
      problems: [],
    });
  });

  test('reads a file of Hexo', () => {
    const meta = metaOf(
      'title: 早报\ndate: 2021-12-29 16:42:51\nupdated: 2021-12-30\ntags: [a, b]\ncategories:\n- [财经, 晨报]\n- [本地]\ncover: false\nbanner: /img/a.png\nabbrlink: 007\nexcerpt: 一句话\n---\n正文',
    );
    expect(meta).toMatchObject({
      title: '早报',
      date: Date.UTC(2021, 11, 29, 8, 42, 51),
      updated: Date.UTC(2021, 11, 29, 16),
      tags: ['a', 'b'],
      categories: ['财经', '晨报'],
      cover: '/img/a.png',
      slug: '007',
      description: '一句话',
    });
  });

  test('reads a file of Jekyll', () => {
    const meta = metaOf(
      yaml(
        'layout: post',
        'title:  "Early edition"',
        'date: 2021-12-29 16:42:51 +0000',
        'category: news',
        'published: false',
        'permalink: /news/early-edition.html',
        'redirect_from:',
        '  - /old/',
        '  - /older/',
        'image:',
        '  path: /img/a.png',
      ),
    );
    expect(meta).toMatchObject({
      title: 'Early edition',
      date: Date.UTC(2021, 11, 29, 16, 42, 51),
      categories: ['news'],
      draft: true,
      slug: 'early-edition',
      aliases: ['/old/', '/older/'],
      cover: '/img/a.png',
    });
  });

  test('reads a file of Hugo', () => {
    const meta = metaOf(
      '+++\ntitle = "早报"\ndate = 2021-12-29T16:42:51+08:00\nlastmod = 2021-12-30\ndraft = true\ncategories = ["财经"]\naliases = ["/old"]\nsummary = "一句话"\nlanguage = "zh_TW"\n[cover]\nimage = "a.webp"\n+++\n正文',
    );
    expect(meta).toMatchObject({
      date: Date.UTC(2021, 11, 29, 8, 42, 51),
      updated: Date.UTC(2021, 11, 29, 16),
      draft: true,
      categories: ['财经'],
      aliases: ['/old'],
      description: '一句话',
      lang: 'zh-TW',
      cover: 'a.webp',
    });
  });

  test('reads a file of Astro', () => {
    const meta = metaOf(
      yaml(
        "title: '早报'",
        "pubDate: 'Dec 29 2021'",
        'heroImage: "./hero.jpg"',
        'description: >-',
        '  一句话，',
        '  两行',
        'author:',
        '  name: 早报社',
        'original: https://a.example/1',
        'draft: true # for now',
      ),
    );
    expect(meta).toMatchObject({
      date: Date.UTC(2021, 11, 28, 16),
      cover: './hero.jpg',
      description: '一句话， 两行',
      source: '早报社',
      original: 'https://a.example/1',
      draft: true,
    });
  });

  test.each([
    ['source-from-source', ['source: 早报'], { source: '早报' }],
    ['source-is-an-address', ['source: https://a.example/1'], { source: '', original: 'https://a.example/1' }],
    ['author-list', ['author: [甲, 乙]'], { source: '甲、乙' }],
    ['authors-of-maps', ['authors:', '  - name: 甲', '  - name: 乙'], { source: '甲、乙' }],
    ['author-number', ['author: 007'], { source: '007' }],
    ['keywords-in-a-text', ['keywords: a, b，c'], { tags: ['a', 'b', 'c'] }],
    ['tags-twice', ['tags: [a, a]'], { tags: ['a'] }],
    ['cover-map', ['image: {url: a.png, alt: x}'], { cover: 'a.png' }],
    ['cover-list', ['images:', '  - a.png', '  - b.png'], { cover: 'a.png' }],
    ['headimg-before-thumbnail', ['thumbnail: b.png', 'headimg: a.png'], { cover: 'a.png' }],
    [
      'thumbnail-where-headimg-is-a-placeholder',
      ['headimg: https://picsum.photos/4/3', 'thumbnail: b.png'],
      { cover: 'b.png' },
    ],
    ['cover-script', ["headimg: 'javascript:alert(1)'"], { cover: null }],
    ['permalink-pattern', ['permalink: /:year/:title/'], { slug: null }],
    ['slug-before-permalink', ['permalink: /x/', 'slug: y'], { slug: 'y' }],
    ['original-script', ['link: javascript:alert(1)'], { original: null }],
    ['lang-nonsense', ['lang: ???'], { lang: null }],
    ['title-with-direction-controls', ['title: a\u202Eb'], { title: 'ab' }],
    ['published-as-a-date', ['published: 2021-12-29'], { date: Date.UTC(2021, 11, 28, 16), draft: false }],
    ['first-key-that-is-a-date', ['date: Invalid Date', 'pubDate: 2021-12-29'], { date: Date.UTC(2021, 11, 28, 16) }],
  ])('%s', (_, lines, expected) => {
    expect(metaOf(yaml(...lines))).toMatchObject(expected);
  });

  test('a date that is none is a warning on its line', () => {
    const { meta, problems } = readArticle(yaml('title: a', 'date: Invalid Date'), options);
    expect(meta.date).toBeNull();
    expect(problems).toEqual([
      { file: 'a/b.md', line: 3, level: 'warning', reason: 'date "Invalid Date" is no date', hint: expect.any(String) },
    ]);
  });

  test('a missing or empty date is none', () => {
    expect(readArticle(yaml('title: a', "date: ''"), options).problems).toEqual([]);
  });

  test.each([
    ['unclosed', '---\ntitle: a\n\n<p>x</p>', 1, 'no closing line'],
    ['broken-yaml', yaml('title: a', 'tags: {a'), 3, 'YAML'],
    ['stray-line', yaml('title: a', 'date: 2021-12-29', 'nonsense'), 4, 'YAML'],
    ['program', '---js\nrun()\n---\n<p>x</p>', 1, '"js"'],
    ['no-front-matter', '<p>x</p>', 1, 'no front matter'],
    ['empty', ' \n', 1, 'empty'],
  ])('%s is published with a warning', (_, text, line, reason) => {
    const { problems } = readArticle(text, options);
    expect(problems).toMatchObject([{ line, level: 'warning', reason: expect.stringContaining(reason) }]);
    expect(problems[0]?.hint).not.toBe('');
  });

  test('keys that name parts of objects do no harm', () => {
    const { meta, problems } = readArticle(yaml('__proto__: {draft: true}', 'constructor: x', 'title: a'), options);
    expect([meta.title, meta.draft, problems]).toEqual(['a', false, []]);
  });

  test('no text makes it throw, and the body is always its end', () => {
    const piece = fc.constantFrom(
      '---',
      '+++',
      '\n',
      'title: ',
      'date: ',
      'cover: ',
      'tags: ',
      '- ',
      '[',
      '{',
      '"',
      "'",
      '<p>',
      '文',
      '2021-12-29',
      '*a',
      '&a',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 40 }).map((parts) => `---\n${parts.join('')}`),
    );
    fc.assert(
      fc.property(texts, (text) => text.endsWith(readArticle(text, options).body)),
      { numRuns: 400 },
    );
  });
});

test.each([
  ['a.md', '\n\n<div>', 'html'],
  ['a.txt', '<div>', 'html'],
  ['a.md', '正文', 'markdown'],
  ['a.MARKDOWN', '正文', 'markdown'],
  ['a.txt', '正文', 'text'],
  ['a.html', '正文', 'html'],
  ['a.md', '', 'markdown'],
])('the body of %s beginning %j is %s', (file, body, format) => {
  expect(bodyFormat(file, body)).toBe(format);
});
