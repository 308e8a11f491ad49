import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/article/hast-node.ts';
import { parseHtml } from '../../src/article/parse-html.ts';
import { readBody } from '../../src/article/read-body.ts';
import { convertBody, loadConvert } from '../../src/library/convert-chinese.ts';

const toTraditional = await loadConvert('traditional');
const toSimplified = await loadConvert('simplified');

describe('characters', () => {
  test.each([
    ['头发', '頭髮'],
    ['发现', '發現'],
    ['皇后', '皇后'],
    ['后来', '後來'],
    ['一只猫', '一隻貓'],
    ['干燥的树干', '乾燥的樹幹'],
    ['AI 裁判 2026', 'AI 裁判 2026'],
  ])('%s → %s', (simplified, traditional) => {
    expect(toTraditional(simplified)).toBe(traditional);
    expect(toSimplified(traditional)).toBe(simplified);
  });

  test('words of another region stay what they are', () => {
    expect(toTraditional('软件和鼠标')).toBe('軟件和鼠標');
  });
});

test('an article’s text, captions and small print are converted, its code and addresses are not', () => {
  const html =
    '<p>后来的<b>头发</b><a href="https://x.example/头发">链接</a></p><figure><img src="https://x.example/a.jpg" alt="云里的灯塔"><figcaption>灯塔</figcaption></figure><pre><code>let 头发 = 1;</code></pre><p>责任编辑：刘云</p>';
  const body = readBody(html, { title: '', format: 'html', references: {} }, parseHtml);
  const { tree, smallPrint } = convertBody(body, toTraditional);
  const text = textOf(tree);
  expect(text).toContain('後來的頭髮鏈接');
  expect(text).toContain('燈塔');
  expect(text).toContain('let 头发 = 1;');
  expect(smallPrint.editor).toBe('劉雲');
  expect(JSON.stringify(tree)).toContain('雲裡的燈塔');
  expect(JSON.stringify(tree)).not.toContain('x.example/頭');
  expect(textOf(body.tree)).toContain('后来的头发');
});
