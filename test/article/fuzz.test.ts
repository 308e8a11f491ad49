import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { allowListSchema } from '../../src/article/allow-list.ts';
import type { BodyFormat } from '../../src/article/body.ts';
import { decodeText } from '../../src/article/decode-text.ts';
import { textOf } from '../../src/article/hast-node.ts';
import { parseHtml } from '../../src/article/parse-html.ts';
import { readArticle } from '../../src/article/read-article.ts';
import { type ReadBody, readBody } from '../../src/article/read-body.ts';
import { repairHtml } from '../../src/article/repair-html.ts';
import { splitFrontMatter } from '../../src/article/split-front-matter.ts';
import { articleSoup } from './article-soup.ts';
import { bareTree } from './bare-tree.ts';
import { noisyText } from './noisy-text.ts';
import { tagSoup } from './tag-soup.ts';

// A few hundred cases, the same every time; `FUZZ_SECONDS=600` goes on for that long, from `FUZZ_SEED` or anywhere.
const seconds = Number(process.env.FUZZ_SECONDS ?? 0);
const PROPERTIES = 8;
const seed = Number(process.env.FUZZ_SEED ?? (seconds > 0 ? Date.now() % 2 ** 31 : 20230506));
const share = (seconds * 1000) / PROPERTIES;
const options =
  seconds > 0
    ? { seed, numRuns: 1e9, interruptAfterTimeLimit: share, markInterruptAsFailure: false }
    : { seed, numRuns: 250 };
const patience = { timeout: 60_000 + share * 2 };

const formats: readonly BodyFormat[] = ['html', 'markdown', 'text'];
const files = ['a.html', 'b.md', 'c.txt'];

function holds<Value>(arbitrary: fc.Arbitrary<Value>, check: (value: Value) => void): void {
  fc.assert(fc.property(arbitrary, check), options);
}

const read = (body: string, format: BodyFormat = 'html'): ReadBody =>
  readBody(body, { title: '', format, references: {} }, parseHtml);

/** All that an article's page can say of a body. */
function said({ tree, smallPrint, removed }: ReadBody): string {
  return [textOf(tree), ...Object.values(smallPrint), ...removed.map(({ text }) => text)].join('\n');
}

const lost = (words: readonly string[], text: string): readonly string[] =>
  words.filter((word) => !text.includes(word));

describe('whatever a file holds', () => {
  test('its bytes become well-formed text', patience, () => {
    holds(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        articleSoup.map((text) => Buffer.from(text, 'utf16le')),
      ),
      (bytes) => {
        const { text, problems } = decodeText(bytes);
        expect(Buffer.from(text).toString()).toBe(text);
        expect(text).not.toMatch(/[\0\r]/);
        for (const { line } of problems) expect(line).toBeLessThanOrEqual(text.split('\n').length);
      },
    );
  });

  test('a text comes back from every encoding it can be written in', patience, () => {
    holds(fc.string({ unit: 'grapheme', maxLength: 60 }), (written) => {
      const text = `${written.replace(/[\0\r\ufeff\u0085\u2028\u2029]/g, '')}\n雾`;
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect(decodeText(Buffer.from(`\ufeff${text}`, encoding)).text).toBe(text);
    });
  });

  test('its front matter and its body are all of it', patience, () => {
    holds(articleSoup, (text) => {
      const { block, blockLine, body, bodyLine } = splitFrontMatter(text);
      expect(text.endsWith(body)).toBe(true);
      expect(text).toContain(block);
      const head = text.slice(0, text.length - body.length);
      expect(bodyLine).toBe(head.split('\n').length);
      expect(blockLine).toBeLessThanOrEqual(bodyLine);
    });
  });

  test('it is an article', patience, () => {
    holds(fc.tuple(articleSoup, fc.constantFrom(...files)), ([text, file]) => {
      const { meta, problems, body } = readArticle(text, { file, timeZone: 'Asia/Shanghai' });
      const texts = [meta.title, meta.source, meta.description, ...meta.categories, ...meta.tags, ...meta.aliases];
      for (const each of texts) expect(each).not.toMatch(/[\n\r\0\u202a-\u202e\u2066-\u2069]/);
      for (const { line } of problems) expect(line).toBeGreaterThan(0);
      for (const { line } of problems) expect(line).toBeLessThanOrEqual(text.split('\n').length);
      expect(meta.date === null || Number.isFinite(new Date(meta.date).getTime())).toBe(true);
      expect(meta.cover ?? '').not.toMatch(/^\s*(?:javascript|vbscript|file|blob|data:(?!image\/))/i);
      expect(text.endsWith(body)).toBe(true);
    });
  });
});

describe('whatever a body holds', () => {
  test('repairing it takes no more room than it, and once is enough to bound it', patience, () => {
    holds(tagSoup, (soup) => {
      const { html, problems } = repairHtml(soup);
      expect(html.length).toBeLessThanOrEqual(soup.length * 6 + 1000);
      for (const { line } of problems) expect(line).toBeLessThanOrEqual(soup.split('\n').length);
    });
  });

  test('what is shown is within the allow-list, and parses back to itself', patience, () => {
    holds(fc.tuple(fc.oneof(tagSoup, articleSoup), fc.constantFrom(...formats)), ([soup, format]) => {
      const { tree } = read(soup, format);
      const shown = bareTree(tree);
      expect(bareTree(sanitize(tree, allowListSchema))).toEqual(shown);
      expect(bareTree(fromHtml(toHtml(tree), { fragment: true }))).toEqual(shown);
    });
  });

  test('no word of it is lost between broken markup', patience, () => {
    holds(noisyText, ({ source, words }) => {
      expect(lost(words, said(read(source)))).toEqual([]);
    });
  });

  test('no word of a text or of Markdown without markup is lost', patience, () => {
    const words = fc.array(
      fc.constantFrom('雾', '。', ' ', '\n', '\n\n', '- ', '1. ', '> ', '# ', '**', '|', '    ', '`', '<', '&', '_'),
    );
    holds(fc.tuple(words, fc.constantFrom<BodyFormat>('markdown', 'text')), ([pieces, format]) => {
      const known = pieces.map((_, index) => `词${index}尾`);
      const source = pieces.map((piece, index) => `${piece}${known[index]}`).join('');
      expect(lost(known, said(read(source, format)))).toEqual([]);
    });
  });
});
