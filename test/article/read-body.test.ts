import fc from 'fast-check';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { allowListSchema } from '../../src/article/allow-list.ts';
import { textOf } from '../../src/article/hast-node.ts';
import { parseHtml } from '../../src/article/parse-html.ts';
import { prepareBody } from '../../src/article/prepare-body.ts';
import { type ReadBody, readBody } from '../../src/article/read-body.ts';
import { repairHtml } from '../../src/article/repair-html.ts';
import { bareTree } from './bare-tree.ts';
import { tagSoup } from './tag-soup.ts';

const seeded = { seed: 20220329, numRuns: 300 };
const formats = ['html', 'markdown', 'text'] as const;

const read = (body: string, format: (typeof formats)[number] = 'html'): ReadBody =>
  readBody(body, { title: '院子里的石榴树', format, references: {} }, parseHtml);

const parsedAgain = (tree: Root): Root => fromHtml(toHtml(tree), { fragment: true });

describe('any tag soup', () => {
  test('is read without throwing, whatever its format', () => {
    fc.assert(
      fc.property(tagSoup, fc.constantFrom(...formats), (body, format) => {
        prepareBody(body, format);
        read(body, format);
      }),
      seeded,
    );
  });

  test('gives a tree that stays within the allow-list', () => {
    fc.assert(
      fc.property(tagSoup, (body) => {
        const { tree } = read(body);
        expect(bareTree(sanitize(tree, allowListSchema))).toEqual(bareTree(tree));
      }),
      seeded,
    );
  });

  test('gives a tree that parses back to itself', () => {
    fc.assert(
      fc.property(tagSoup, (body) => {
        const { tree } = read(body);
        expect(bareTree(parsedAgain(tree))).toEqual(bareTree(tree));
      }),
      seeded,
    );
  });

  test('is cleaned for good: reading the result again changes no word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('石榴', '浇水', 'tree', '树荫'), { minLength: 1, maxLength: 6 }),
        (words) => {
          const body = words.map((word) => `<div>${word}</div>`).join('');
          const once = toHtml(read(body).tree);
          expect(toHtml(read(once).tree)).toBe(once);
        },
      ),
      { ...seeded, numRuns: 60 },
    );
  });
});

describe('repair', () => {
  /** Words that stand outside tags, between soup that opens nothing which hides. */
  const harmless = fc.constantFrom(
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<div class="a">',
    '</div>',
    '<br>',
    '<li>',
    '</ul>',
    '<!-- x -->',
    '<code>',
    '</code>',
    '<pre>',
    '</pre>',
    '&lt;',
    '< ',
    '<3',
    '</ ',
  );
  const word = fc.integer({ min: 0, max: 99999 }).map((number) => `词${number}尾`);

  test('loses no text that stands outside tags', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(harmless, word), { maxLength: 30 }), (pairs) => {
        const text = textOf(parseHtml(prepareBody(pairs.flat().join(''), 'html').html));
        for (const [, kept] of pairs) expect(text).toContain(kept);
      }),
      seeded,
    );
  });

  test('loses no text after an element that is never closed', () => {
    const capturing = fc.constantFrom(
      'style',
      'script',
      'textarea',
      'title',
      'template',
      'select',
      'svg',
      'math',
      'object',
      'noscript',
      'iframe',
      'xmp',
      'plaintext',
      'pre',
      'code',
      'button',
      'dialog',
      'canvas',
      'noembed',
      'noframes',
      'frameset',
      'datalist',
      'applet',
    );
    fc.assert(
      fc.property(capturing, word, (name, kept) => {
        expect(textOf(parseHtml(prepareBody(`<p>前</p><${name}><p>${kept}</p>`, 'html').html))).toContain(kept);
      }),
      seeded,
    );
  });

  test('leaves sound HTML as it is', () => {
    const sound = '<div>   \n<p>　　石榴 &amp; <b>树</b></p>\n<img src="a.jpg" alt=\'x > y\'>\n</div>\n';
    expect(repairHtml(sound)).toEqual({ html: sound, removed: [], problems: [] });
  });
});

/** Whoever reads a body again for each piece of it is still reading when the test's time is up. */
const manyTimes = 100_000;
const endless = [
  ...['<', '</', '<a', '<a ', '<a ="', "<a ='>", '<a b="c', '<svg>', '<div>', '</div>', '<p', '<b>', '<b><i>'],
  ...['<!', '<!--', '<!-->', '<![CDATA[', '<?', '<style>', '<style></style>', '</style', '<textarea>', '<template>'],
  ...['<select>', '<code>', '</code>', '<code><', '<pre>', '<pre><code>', '<td>', '<noscript>', '<math>', '<iframe>'],
  ...[
    '<img data-src=',
    '<img style="',
    '<br style',
    '<T extends List<',
    ' ',
    '　',
    '\n',
    '\n\n',
    '\u00a0',
    '　\n',
    'a\n',
  ],
  ...['"', "'", '=', '="', '>', '&', '&amp', '&#', '（', '[', '*', '`', '责任编辑：', '石榴。', 'https://'],
];
/** Pieces of which a parser makes many elements take it a while, whoever reads them. */
const someTimes = 3_000;
const costly = [
  ...[
    '<pre><code></pre>',
    '<pre></code></pre>',
    '<pre><pre></pre>',
    '<ul></ol>',
    '<p>',
    '<code><b></code>',
    '<ul><li>',
    '<table><tr><td>',
  ],
  ...[
    '<noscript><img>',
    '<img data-src="a"><noscript>',
    '<br> ',
    '<iframe>',
    '<a href="https://example.com/">',
    '<h1>',
  ],
  ...[
    '<blockquote>',
    '<font style="color:#999">',
    '<img src="https://img.example.com/a.jpg">',
    '<section><p>',
    '<p>（图）',
  ],
  ...[
    '<p>▲ 树',
    '<p style="text-align:center">图</p>',
    '<hr>',
    '<dl><dd>',
    '<details>',
    '<T extends List<',
    '<p>扫码关注公众号',
    '<title></title>',
  ],
];

describe('the same piece again and again', () => {
  test.each(endless)('%j is read to the end', (part) => {
    expect(read(`${part.repeat(manyTimes)}结尾的话`).tree.type).toBe('root');
  });

  test.each(costly)('%j is read to the end', (part) => {
    expect(read(`${part.repeat(someTimes)}结尾的话`).tree.type).toBe('root');
  });

  test.each(['# ', '> ', '- ', '* ', '![', '](', '**', '`', '| ', '\n- '])(
    '%j in Markdown is read to the end',
    (part) => {
      expect(read(part.repeat(1000), 'markdown').tree.type).toBe('root');
    },
  );

  test.each(['<code>', '<pre>', '<pre><code>', '<p>'])('%j round many tags is read to the end', (opener) => {
    const inside = `${'<b>'.repeat(20_000)}${'</i>'.repeat(20_000)}${'<b '.repeat(20_000)}x${'</b>'.repeat(20_000)}`;
    expect(textOf(read(`${opener}${inside}${opener.replaceAll('<', '</')}<p>结尾的话</p>`).tree)).toContain('结尾的话');
  });
});

describe('many openers before one end', () => {
  const hiding = ['noscript', 'template', 'select', 'svg', 'math', 'style', 'script', 'textarea', 'title', 'code'];
  test.each(hiding)('<%s> is read to the end', (name) => {
    const end = `</${name}><p>结尾的话</p>`;
    expect(textOf(read(`${`<${name}>`.repeat(manyTimes)}${end}`).tree)).toContain('结尾的话');
    expect(repairHtml(`${`<${name}><x>`.repeat(manyTimes)}${end}`).html).toContain('结尾的话');
    expect(repairHtml(`${`<${name}></p>`.repeat(manyTimes)}${end.repeat(manyTimes)}`).html).toContain('结尾的话');
  });

  test('quotes that are never closed are read to the end', () => {
    for (const part of ['<p class="a>石榴</p>', `<p class="a><p class='b>`, '<p title="a>石榴</p>"b'])
      expect(repairHtml(part.repeat(manyTimes)).problems).toHaveLength(1);
  });
});

describe('the original that the front matter names', () => {
  const original = 'https://paper.example/1';
  const smallPrintOf = (body: string) =>
    readBody(body, { title: '', format: 'html', references: {}, original }, parseHtml).smallPrint;

  test('is small print', () => {
    expect(smallPrintOf('<p>石榴熟了。</p>')).toEqual({ originalUrl: original });
    expect(smallPrintOf('')).toEqual({ originalUrl: original });
  });

  test('gives way to the one the body names', () => {
    const body = '<p>石榴熟了。</p><p><a href="https://paper.example/2">查看原文</a></p>';
    expect(smallPrintOf(body)).toEqual({ originalUrl: 'https://paper.example/2' });
  });
});

describe('nesting', () => {
  test.each([
    ['<div>', manyTimes],
    ['<b>', manyTimes],
    ['<blockquote>', someTimes],
    ['<ul><li>', someTimes],
    ['<span style="color:red">', someTimes],
    ['<table><tr><td>', someTimes],
    ['<section><p>', someTimes],
  ])('%s in itself, %i deep, keeps its text', (opener, depth) => {
    const { tree } = read(`<p>开头的话</p>${opener.repeat(depth)}深处的话`);
    expect(textOf(tree)).toContain('开头的话');
    expect(textOf(tree)).toContain('深处的话');
  });

  test('that is cut is said', () => {
    const { problems } = read(`${'<div>'.repeat(manyTimes)}深处的话`);
    expect(problems).toEqual([
      {
        line: 1,
        reason: 'more than 200 elements inside one another',
        hint: expect.stringContaining('taken out'),
        notice: 'flattened',
      },
    ]);
  });

  test('of 100,000 divs that are closed leaves the rest of the article where it was', () => {
    const { tree } = read(`${'<div>'.repeat(manyTimes)}深处的话${'</div>'.repeat(manyTimes)}<p>结尾的话</p>`);
    expect(toHtml(tree)).toBe('<p>深处的话</p><p>结尾的话</p>');
  });
});
