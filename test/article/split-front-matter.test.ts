import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../../src/article/split-front-matter.ts';

describe('splitFrontMatter', () => {
  test.each([
    ['yaml', '---\ntitle: a\n---\nbody', 'yaml', 'title: a\n', 'body', 4],
    ['blank-lines-and-mark-first', '\uFEFF\n \n---\ntitle: a\n---\n\n<p>', 'yaml', 'title: a\n', '\n<p>', 6],
    ['spaces-after-delimiters', '---  \ntitle: a\n--- \t\nbody', 'yaml', 'title: a\n', 'body', 4],
    [
      'four-dashes-do-not-close',
      '---\ntitle: a\n----\ndate: b\n---\nbody',
      'yaml',
      'title: a\n----\ndate: b\n',
      'body',
      6,
    ],
    ['indented-dashes-do-not-close', '---\ntitle: |\n  ---\n---\nbody', 'yaml', 'title: |\n  ---\n', 'body', 5],
    [
      'spaces-after-dashes-in-a-value',
      '---\ntitle: a\n--- \ndate: b\n---\nbody',
      'yaml',
      'title: a\n--- \ndate: b\n',
      'body',
      6,
    ],
    ['a-rule-after-a-slip', '---\ntitle: a\n--- \nx\n\n---\ny', 'yaml', 'title: a\n', 'x\n\n---\ny', 4],
    [
      'markup-after-a-slip',
      '---\ntitle: a\n--- \n<p>\ndate: b\n---\ny',
      'yaml',
      'title: a\n',
      '<p>\ndate: b\n---\ny',
      4,
    ],
    ['indented-keys', '---\n title: a\n date: b\n---\nbody', 'yaml', ' title: a\n date: b\n', 'body', 5],
    ['full-width-colons', '---\ntitle：a\n---\nbody', 'yaml', 'title：a\n', 'body', 4],
    ['empty-block', '---\n---\nbody', 'yaml', '', 'body', 3],
    ['closing-line-ends-the-file', '---\ntitle: a\n---', 'yaml', 'title: a\n', '', 3],
    ['rules-in-the-body-are-left', '---\ntitle: a\n---\nx\n---\ny', 'yaml', 'title: a\n', 'x\n---\ny', 4],
    ['toml', '+++\ntitle = "a"\n+++\nbody', 'toml', 'title = "a"\n', 'body', 4],
    ['json', '{\n"title": "a } \\" b"\n}\nbody', 'json', '{\n"title": "a } \\" b"\n}', 'body', 4],
    ['json-nested', '{"a": {"b": [1]}}\n\nbody', 'json', '{"a": {"b": [1]}}', '\nbody', 2],
    ['named-yaml', '---yaml\ntitle: a\n---\nbody', 'yaml', 'title: a\n', 'body', 4],
    ['named-json', '---json\n{"title": "a"}\n---\nbody', 'json', '{"title": "a"}\n', 'body', 4],
    ['without-opening', 'title: a\ndate: b\n---\nbody', 'yaml', 'title: a\ndate: b\n', 'body', 4],
    ['carriage-returns', '---\r\ntitle: a\r\n---\r\nbody', 'yaml', 'title: a\r\n', 'body', 4],
  ] as const)('%s', (_, text, kind, block, body, bodyLine) => {
    const split = splitFrontMatter(text);
    expect({ ...split, blockLine: 0 }).toEqual({ kind, block, blockLine: 0, body, bodyLine });
  });

  test('says where the block begins', () => {
    expect(splitFrontMatter('\n\n---\ntitle: a\n---\n').blockLine).toBe(4);
  });

  test.each([
    ['empty', ''],
    ['only-blank', ' \n\n'],
    ['html', '<div>text</div>'],
    ['prose', '今天的新闻\n\n---\n第二段'],
    ['prose-between-rules', '---\n\n今天的新闻\n\n---\n第二段'],
    ['a-rule-first', '---\n\n今天的新闻'],
    ['a-known-key-in-prose', 'title: a\n\n一段话\n\n---\n第二段'],
    ['braces-that-are-no-json', '{{ page }} text'],
    ['json-without-end', '{"title": "a"'],
    ['program-without-end', '---js\nrun()\n'],
    ['a-long-rule', '--------\ntitle: a\n---\n'],
  ])('%s has no front matter and keeps its text', (_, text) => {
    const { kind, block, body, bodyLine, problem } = splitFrontMatter(text);
    expect({ kind, block, body, bodyLine, problem }).toEqual({ kind: 'none', block: '', body: text, bodyLine: 1 });
  });

  test('a program is neither read nor shown', () => {
    const split = splitFrontMatter('---js\n{ title: process.exit() }\n---\nbody');
    expect(split).toMatchObject({ kind: 'none', block: '', body: 'body', bodyLine: 4 });
    expect(split.problem).toEqual({ line: 1, reason: expect.stringContaining('"js"'), hint: expect.any(String) });
  });

  test.each([
    ['markup-after-a-blank-line', '---\ntitle: a\ndate: b\n\n<p>x</p>', '\n<p>x</p>'],
    ['markup-at-once', '---\ntitle: a\n<p>x</p>', '<p>x</p>'],
    ['prose', '---\ntitle: a\ncategories:\n - b\n- c\nauthor: d\n\n一段话。', '\n一段话。'],
    ['a-rule-in-the-body', '---\ntitle: a\n\n<p>x</p>\n---\n<p>y</p>', '\n<p>x</p>\n---\n<p>y</p>'],
    ['a-rule-after-prose', '---\ntitle: a\n\n一段话。\n\n---\n第二段。', '\n一段话。\n\n---\n第二段。'],
    ['a-title-over-lines', "---\ntitle: 'a\nb\n'\ndate: c\n\n<p>x</p>", '\n<p>x</p>'],
    ['a-blank-line-among-keys', '---\ntitle: a\n\nauthor: b\n\n<p>x</p>', '\n<p>x</p>'],
    ['toml', '+++\ntitle = "a"\n\n一段话。', '\n一段话。'],
  ])('unclosed front matter is read up to the body: %s', (_, text, body) => {
    const split = splitFrontMatter(text);
    expect(split.body).toBe(body);
    expect(split.block).toMatch(/^title/);
    expect(split.problem).toEqual({
      line: 1,
      reason: expect.stringContaining('no closing line'),
      hint: expect.any(String),
    });
  });

  test('no character of any text is lost', () => {
    const piece = fc.constantFrom(
      '---',
      '+++',
      '{',
      '}',
      '"',
      '\n',
      '\n\n',
      'title: a',
      ' - b',
      '<p>',
      '文',
      '---js',
      '\uFEFF',
      ' ',
    );
    const texts = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { block, body, bodyLine, kind } = splitFrontMatter(text);
        expect(text.endsWith(body)).toBe(true);
        expect(text.slice(0, text.length - body.length).includes(block)).toBe(true);
        expect(text.slice(0, text.length - body.length).split('\n')).toHaveLength(bodyLine);
        if (kind === 'none' && !/^\s*---\s*[a-z]/i.test(text)) expect(body).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['spaces', ' '.repeat(1_000_000)],
    ['keys', `---\n${'a: b\n'.repeat(200_000)}`],
    ['braces', `{"a":${'['.repeat(1_000_000)}`],
    ['dashes', '---\n'.repeat(250_000)],
    ['one-line', `---\ntitle: ${'x'.repeat(1_000_000)}`],
  ])('a million characters of %s are taken apart', (_, text) => {
    expect(text.endsWith(splitFrontMatter(text).body)).toBe(true);
  });
});
