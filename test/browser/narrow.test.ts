import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type ScratchSite, serveScratch } from './build-and-serve.ts';
import { launchChromium } from './chromium.ts';

/** The narrowest window that pages are made for: a small phone, or a large one at 200 %. */
const WIDTH = 320;
const site = inject('sampleSite');

/** An article of everything that is wide by nature. */
const wide = `---
title: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft 与很长的词
categories: [海岸, 样张]
author: https://example.org/a/source/whose/name/is/an/address/without/an/end
slug: wide
date: 2026-11-20
---
<p>网址：https://example.org/a/very/long/path/that/never/ends/and/has/no/break/opportunity/at/all/index.html?query=averylongvalue</p>
<h2>Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz</h2>
<p><code>averyveryverylongidentifierwithoutbreaksinthemiddle()</code> 与 <kbd>Ctrl</kbd>，3.14159265358979323846264338327950288419716939937510</p>
<pre><code>function withAVeryLongName(parameterOne, parameterTwo, parameterThree) { return parameterOne + parameterTwo; }</code></pre>
<table><caption>九列</caption><tr>${'<th>长长的月份名</th>'.repeat(9)}</tr><tr>${'<td>1,234,567,890</td>'.repeat(9)}</tr></table>
<ul><li>一<ul><li>二<ul><li>三<ul><li>四：https://example.org/deep/in/a/list/without/an/end</li></ul></li></ul></li></ul></li></ul>
<blockquote><blockquote><blockquote><p>Donaudampfschifffahrtselektrizitätenhauptbetriebswerk</p></blockquote></blockquote></blockquote>
<p>公式 <img src="https://www.zhihu.com/equation?tex=x" width="900" height="40" alt="x"> 在行内。</p>
<figure><img src="https://far.example/a.jpg" width="2400" height="900"><figcaption>${'宽'.repeat(60)}</figcaption></figure>
${'<figure><img src="https://far.example/b.jpg" width="800" height="1200"><figcaption>Donaudampfschifffahrtselektrizität</figcaption></figure>'.repeat(3)}
<iframe src="https://www.youtube.com/embed/abcdefghijk" width="1600" height="900"></iframe>`;

let scratch: ScratchSite;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  scratch = await serveScratch({ 'wide.html': wide });
  browser = await launchChromium();
  // As printed: it is what the app shows, and there at once.
  page = await browser.newPage({ viewport: { width: WIDTH, height: 800 }, javaScriptEnabled: false });
  await page.route(/^https:/, (route) => route.abort());
});
afterAll(async () => {
  await browser?.close();
  scratch?.close();
});

/** Text that can't be read without moving the page sideways, or at all. */
function beyond(): Promise<readonly string[]> {
  return page.evaluate((width) => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > width)
      found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const element of document.querySelectorAll('body *')) {
      if (element.closest('pre, .table-box, .hidden, .skip')) continue;
      const { right, width: own } = element.getBoundingClientRect();
      if (own > 0 && right > width + 0.5) found.push(element.outerHTML.slice(0, 120));
    }
    return found.slice(0, 5);
  }, WIDTH);
}

async function articlesOf(paper: string): Promise<readonly string[]> {
  const sitemap = await (await fetch(`${paper}/sitemap.xml`)).text();
  return [...new Set(Array.from(sitemap.matchAll(/\/a\/[^/<]+\//g), ([path]) => path))];
}

describe(`nothing is wider than ${WIDTH} pixels`, () => {
  test('in any article of the sample edition', async () => {
    const articles = await articlesOf(site);
    expect(articles.length).toBeGreaterThan(40);
    for (const path of articles) {
      await page.goto(site + path, { waitUntil: 'domcontentloaded' });
      expect.soft(await beyond(), path).toEqual([]);
    }
  });

  test('in an article of long words, wide tables and large pictures', async () => {
    await page.goto(`${scratch.site}/a/wide/`, { waitUntil: 'domcontentloaded' });
    expect(await beyond()).toEqual([]);
    for (const box of await page.locator('.article-body :is(pre, .table-box)').all()) {
      expect(await box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(true);
    }
  });

  test.each(['/', '/about/', '/saved/', '/history/', '/a/no-such-article/'])('on %s', async (path) => {
    await page.goto(site + path, { waitUntil: 'domcontentloaded' });
    expect(await beyond()).toEqual([]);
  });
});
