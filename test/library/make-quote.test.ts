// @vitest-environment jsdom
import { afterEach, describe, expect, test } from 'vitest';
import { findQuote, wholeFragment } from '../../src/library/find-quote.ts';
import { makeQuote } from '../../src/library/make-quote.ts';
import { readStoryText } from '../../src/library/story-text.ts';

afterEach(() => document.body.replaceChildren());

/** An article's page: `body` is HTML of the test's own. */
function show(body: string, title = '海边的夜') {
  const page = new DOMParser().parseFromString(
    `<article class="story"><h1>${title}</h1><p class="facts">海岸通讯</p><div class="article-body">${body}</div><p>责任编辑</p></article>`,
    'text/html',
  );
  document.body.replaceChildren(...page.body.childNodes);
  const [story, text] = [document.querySelector('article'), document.querySelector('.article-body')];
  if (!story || !text) throw new Error('no article');
  return { story, body: text };
}

/** The range from the first character of one piece of text to the last of another, each within a text node. */
function rangeFrom(first: string, last: string): Range {
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    if (range.startContainer === document && text.includes(first)) range.setStart(node, text.indexOf(first));
    if (text.includes(last) && range.startContainer !== document) {
      range.setEnd(node, text.indexOf(last) + last.length);
      return range;
    }
  }
  throw new Error(`no ${first} … ${last}`);
}

function quote(html: string, first: string, last: string) {
  const shown = show(html);
  return makeQuote(shown.story, shown.body, 'zh', rangeFrom(first, last));
}

/** What a fragment leads to in an article. */
function lead(html: string, fragment: string): string | null {
  const shown = show(html);
  return findQuote(shown.story, shown.body, 'zh', fragment)?.toString() ?? null;
}

const body =
  '<p>潮水退了。</p><p>灯塔<b>在夜里</b>亮起，\n  船<a href="/x">回来</a>了。</p><ul><li>石头</li><li>沙子</li></ul>';

describe('a passage of an article', () => {
  test.each([
    ['within a paragraph and across its markup', '塔', '亮起', '塔在夜里亮起'],
    ['with blanks as they are shown', '亮起', '回来', '亮起， 船回来'],
    ['over several blocks, as lines', '夜里', '石头', '夜里亮起， 船回来了。\n石头'],
  ])('%s', (_, first, last, words) => {
    const made = quote(body, first, last);
    expect(made?.text).toBe(words);
    expect(made?.fragment).toMatch(/^#p-[0-9a-z]{6}\.\d+-\d+:~:text=./);
    const found = lead(body, made?.fragment ?? '');
    expect(found?.replace(/\s+/g, '')).toBe(words.replace(/\s+/g, ''));
  });

  test('is found by its words alone where the paragraph has changed', () => {
    const { fragment = '' } = quote(body, '船', '了。') ?? {};
    const edited = body.replace('灯塔', '老灯塔');
    expect(lead(edited, fragment.replace(/:~:.*/, ''))).toBeNull();
    expect(lead(edited, fragment)).toBe('船回来了。');
    expect(lead(edited.replace('回来', '离开'), fragment)).toBeNull();
  });

  test('is found by our name for it alone, where no directive has come along', () => {
    const { fragment = '' } = quote(body, '在夜里', '在夜里') ?? {};
    expect(lead(body, fragment.replace(/:~:.*/, ''))).toBe('在夜里');
  });

  test('is what lies in the article’s text of a wider range', () => {
    const made = quote(body, '海岸', '编辑');
    expect(made?.text).toBe('潮水退了。\n灯塔在夜里亮起， 船回来了。\n石头\n沙子');
  });

  test('is nothing where a range takes in none of it, or blanks only', () => {
    expect(quote(body, '海岸', '通讯')).toBeNull();
    expect(quote('<p>一</p>\n<p> </p><p>二</p>', ' ', ' ')).toBeNull();
  });

  test('that stands in the title too is told from it', () => {
    const shown = show('<p>我们说的灯塔在这里。</p>', '灯塔');
    const range = rangeFrom('我们说的灯塔', '灯塔在这里');
    range.setStart(range.startContainer, 4);
    range.setEnd(range.endContainer, 6);
    const made = makeQuote(shown.story, shown.body, 'zh', range);
    expect(made?.text).toBe('灯塔');
    expect(decodeURIComponent(made?.fragment ?? '')).toMatch(/:~:text=(?:.+-,)?灯塔(?:,-.+)?$/);
    expect(decodeURIComponent(made?.fragment ?? '')).not.toMatch(/text=灯塔$/);
  });
});

describe('the text of an article', () => {
  test('has a line for each block, single blanks, and nothing that browsers don’t look through', () => {
    const html =
      '<p> 一\u00a0行 <br>二行 </p><pre>a  b\nc</pre><p><ruby>漢<rt>かん</rt></ruby>字<img alt="x">后</p><table><tr><td>甲<td>乙</table>';
    const shown = show(html);
    const { text, body: place } = readStoryText(shown.story, shown.body, 'zh');
    expect(text.slice(place.start, place.end)).toBe('一\u00a0行 \n二行 \na b\nc\n漢字\n后\n甲\n乙\n');
    expect(text.startsWith('海边的夜\n海岸通讯\n')).toBe(true);
  });

  test('of two thousand paragraphs is read, and a passage of it found again', () => {
    const many = Array.from({ length: 2000 }, (_, number) => `<p>第 ${number} 段，<b>灯</b>塔。</p>`).join('');
    const { fragment = '' } = quote(many, '第 1990 段', '第 1990 段') ?? {};
    expect(lead(many, fragment)).toBe('第 1990 段');
  });
});

describe('the fragment of the open page', () => {
  test('is the router’s where that has the directive', () => {
    expect(wholeFragment('#p-abcdef:~:text=x')).toBe('#p-abcdef:~:text=x');
  });

  test('has the directive that the browser took away, as long as the address is the one that was loaded', () => {
    const loaded = { name: `${window.location.href}#p-abcdef:~:text=x` } as PerformanceEntry;
    const { getEntriesByType } = performance;
    performance.getEntriesByType = () => [loaded];
    try {
      window.location.hash = '#p-abcdef';
      expect(wholeFragment('#p-abcdef')).toBe('#p-abcdef:~:text=x');
      window.location.hash = '#p-other1';
      expect(wholeFragment('#p-other1')).toBe('#p-other1');
    } finally {
      performance.getEntriesByType = getEntriesByType;
      window.location.hash = '';
    }
  });
});
