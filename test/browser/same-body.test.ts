import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Body } from '../../src/article/body.ts';
import { parseHtml } from '../../src/article/parse-html.ts';
import { readBody } from '../../src/article/read-body.ts';
import { openFixtures, readFixture } from '../article/fixture.ts';
import { tagSoup } from '../article/tag-soup.ts';
import { allVectors } from '../hostile/all-vectors.ts';
import { isChosen } from '../hostile/is-chosen.ts';
import { launchChromium } from './chromium.ts';
import { readAllInChromium } from './read-all-in-chromium.ts';
import type { Asked } from './same-body-entry.ts';

const cases = openFixtures().map((fixture) => ({ fixture, read: readFixture(fixture) }));
const hostile = allVectors
  .filter((vector) => isChosen(vector, 5))
  .map(({ body, format = 'html' }): Asked => {
    return { body: `<p>开头</p>${format === 'html' ? '' : '\n\n'}${body}`, title: '石榴树', format, references: {} };
  });
const soup = fc.sample(tagSoup, { seed: 20220329, numRuns: 400 });
const soupOf = (body: string): Asked => ({ body, title: '石榴树', format: 'html', references: {} });

const shown = ({ tree, smallPrint, removed }: Body): Body => ({ tree, smallPrint, removed });

describe('a body read in Chromium is the one read in Node', () => {
  let browser: Browser | undefined;
  let ofCases: readonly Body[] = [];
  let ofSoup: readonly Body[] = [];
  let ofHostile: readonly Body[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
    const asked = cases.map(({ fixture: { references }, read: { source, meta, format } }) => ({
      body: source,
      title: meta.title,
      format,
      references,
    }));
    ofCases = await readAllInChromium(browser, asked);
    ofHostile = await readAllInChromium(browser, hostile);
    ofSoup = await readAllInChromium(browser, soup.map(soupOf));
  });
  afterAll(() => browser?.close());

  test.each(cases.map(({ fixture, read }, at) => [fixture.name, read, at] as const))('%s', (_, { body }, at) => {
    const there = ofCases[at];
    expect(there && toHtml(there.tree)).toBe(toHtml(body.tree));
    expect(there).toEqual(shown(body));
  });

  test('every hostile body', () => {
    const other = hostile.filter(({ body, ...context }, at) => {
      const there = ofHostile[at];
      return !there || JSON.stringify(shown(readBody(body, context, parseHtml))) !== JSON.stringify(there);
    });
    expect(other.map(({ body }) => body)).toEqual([]);
  });

  test('any tag soup', () => {
    for (const [at, body] of soup.entries()) {
      const { body: source, ...context } = soupOf(body);
      expect({ source, ...ofSoup[at] }).toEqual({ source, ...shown(readBody(source, context, parseHtml)) });
    }
  });
});
