import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../src/article/render-markdown.ts';

describe('renderMarkdown', () => {
  test.each([
    ['a-single-tilde-is-a-range', '水温5~10度，转速3~4转', '水温5~10度，转速3~4转'],
    ['two-tildes-delete', '~~旧的~~新的', '<del>旧的</del>新的'],
    ['bold-in-quotes', '这是**“重要”**的事', '这是<strong>“重要”</strong>的事'],
    ['bold-that-ends-in-a-colon', '**注意：**后面', '<strong>注意：</strong>后面'],
    ['bold-in-brackets', '树**（石榴）**下', '树<strong>（石榴）</strong>下'],
    ['bold-of-latin-letters', '用**C++**写', '用<strong>C++</strong>写'],
    ['bold-with-a-link', '看**[“树”](/a_b)。**再来', '看<strong><a href="/a_b">“树”</a>。</strong>再来'],
    ['bold-with-code', '看**`a**b`：**再来', '看<strong><code>a**b</code>：</strong>再来'],
    ['bold-between-spaces-is-none', '花 ** 果 ** 叶', '花 ** 果 ** 叶'],
    ['bold-and-italic', '***石榴***树', '<em><strong>石榴</strong></em>树'],
    ['italic-in-bold', '**石*榴*树**下', '<strong>石<em>榴</em>树</strong>下'],
    ['escaped-asterisks', '花\\*\\*果\\*\\*叶', '花**果**叶'],
    ['english', 'a **"b"** c', 'a <strong>&quot;b&quot;</strong> c'],
    ['english-without-spaces', 'a**"b"**c', 'a**&quot;b&quot;**c'],
  ])('%s', (_, markdown, html) => {
    expect(renderMarkdown(markdown)).toBe(`<p>${html}</p>\n`);
  });
});
