import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import type { Body } from '../../src/article/body.ts';
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

/** Bodies as the reader's own parser, gate and cleaning read them in a browser. */
export async function readAllInChromium(browser: Browser, asked: readonly Asked[]): Promise<readonly Body[]> {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><title>same body</title>');
  await page.addScriptTag({ content: await bundle() });
  return page.evaluate((bodies) => globalThis.sameBody.readInBrowser(bodies), asked);
}
