import { resolve } from 'node:path';
import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Body } from '../../src/article/body.ts';
import { parseHtml } from '../../src/article/parse-html.ts';
import { readBody } from '../../src/article/read-body.ts';
import { openFixtures, readFixture } from '../article/fixture.ts';
import { tagSoup } from '../article/tag-soup.ts';
import { launchChromium } from './chromium.ts';
import type { Asked, readInBrowser } from './same-body-entry.ts';

declare global {
  var sameBody: { readonly readInBrowser: typeof readInBrowser };
}

/** The reader's parser, gate and cleaning as one script. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: resolve(import.meta.dirname, 'same-body-entry.ts'), formats: ['iife'], name: 'sameBody' },
    },
  });
  for (const output of [built].flat())
    if ('output' in output)
      for (const file of output.output)
        if (file.type === 'chunk') return `${file.code}\nglobalThis.sameBody = sameBody;`;
  throw new Error('the bundle holds no script');
}

async function readAllInChromium(browser: Browser, asked: readonly Asked[]): Promise<readonly Body[]> {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><title>same body</title>');
  await page.addScriptTag({ content: await bundle() });
  return page.evaluate((bodies) => globalThis.sameBody.readInBrowser(bodies), asked);
}

const cases = openFixtures().map((fixture) => ({ fixture, read: readFixture(fixture) }));
const soup = fc.sample(tagSoup, { seed: 20220329, numRuns: 400 });
const soupOf = (body: string): Asked => ({ body, title: '石榴树', format: 'html', references: {} });

const shown = ({ tree, smallPrint, removed }: Body): Body => ({ tree, smallPrint, removed });

describe('a body read in Chromium is the one read in Node', () => {
  let browser: Browser | undefined;
  let ofCases: readonly Body[] = [];
  let ofSoup: readonly Body[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
    const asked = cases.map(({ fixture: { references }, read: { source, meta, format } }) => ({
      body: source,
      title: meta.title,
      format,
      references,
    }));
    ofCases = await readAllInChromium(browser, asked);
    ofSoup = await readAllInChromium(browser, soup.map(soupOf));
  });
  afterAll(() => browser?.close());

  test.each(cases.map(({ fixture, read }, at) => [fixture.name, read, at] as const))('%s', (_, { body }, at) => {
    const there = ofCases[at];
    expect(there && toHtml(there.tree)).toBe(toHtml(body.tree));
    expect(there).toEqual(shown(body));
  });

  test('any tag soup', () => {
    for (const [at, body] of soup.entries()) {
      const { body: source, ...context } = soupOf(body);
      expect({ source, ...ofSoup[at] }).toEqual({ source, ...shown(readBody(source, context, parseHtml)) });
    }
  });
});
