import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/article/hast-node.ts';
import { parseHtml } from '../../src/article/parse-html.ts';
import { readBody } from '../../src/article/read-body.ts';
import { repairHtml } from '../../src/article/repair-html.ts';

const shown = (body: string): string =>
  textOf(readBody(body, { title: '院子里的树', format: 'html', references: {} }, parseHtml).tree);
const reasons = (body: string): readonly string[] => repairHtml(body).problems.map(({ reason }) => reason);

describe('an element whose end is another of its name', () => {
  test.each(['template', 'select', 'button', 'canvas', 'dialog', 'svg', 'datalist', 'iframe', 'textarea', 'title'])(
    '<%s> takes no text with it, and it is said',
    (name) => {
      const body = `<p>浇水。</p><${name}><p>石榴开花。</p><p>结果。</p><${name}></${name}><p>结尾。</p>`;
      for (const words of ['浇水。', '石榴开花。', '结果。', '结尾。']) expect(shown(body)).toContain(words);
      if (name !== 'iframe') expect(reasons(body)).toEqual([`<${name}> is never closed`]);
    },
  );

  test.each([
    ['style', '.a{color:red}', '</styl>'],
    ['style', '.a{color:red}', ''],
    ['script', 'var a = 1;', '</scrip>'],
    ['script', 'run("x");', ''],
  ])('<%s> with %s%s goes alone', (name, program, end) => {
    const body = `<p>浇水。</p><${name}>${program}${end}<p>石榴开花。</p><${name}>${program}</${name}><p>结尾。</p>`;
    expect(shown(body)).toBe('浇水。石榴开花。结尾。');
    expect(reasons(body)).toEqual([`<${name}> is never closed`]);
  });

  test.each([
    ['a drawing in a drawing', '<svg><svg><text>图</text></svg><text>图</text></svg>'],
    ['a drawing that ends in itself', '<svg viewBox="0 0 1 1"/>'],
    ['a script that writes another', `<script>w("<p>图</p><script src='a'><\\/script>")</script>`],
    ['a script that writes another in pieces', `<script>w("<p>图</p><script src='a'></scr" + "ipt>")</script>`],
    ['a script that writes paragraphs', `<script>w("<p>图</p>")</script><script>run()</script>`],
  ])('%s is closed', (_, inside) => {
    expect(shown(`<p>浇水。</p>${inside}<p>结尾。</p>`)).toBe('浇水。结尾。');
    expect(reasons(`<p>浇水。</p>${inside}<p>结尾。</p>`)).toEqual([]);
  });

  test.each(['template', 'select', 'button', 'canvas'])('<%s/> does not end in itself', (name) => {
    expect(shown(`<p>浇水。</p><${name}/><p>结尾。</p>`)).toBe('浇水。结尾。');
  });

  test('three hundred drawings that end in themselves are not nested', () => {
    expect(reasons(`${'<svg/>'.repeat(300)}<p>结尾。</p>`)).toEqual([]);
  });

  test.each(['option', 'optgroup', 'desc', 'foreignObject', 'mtext'])('<%s> on its own takes no story', (name) => {
    expect(shown(`<p>浇水。</p><${name}>树<p>石榴开花。</p><p>结尾。</p></${name}>`)).toBe('浇水。树石榴开花。结尾。');
  });

  test('code that was left open in its paragraph ends with it', () => {
    const body = '<p>写 <code>water() 之后</p><p>傍晚</p><p>再写 <code>rest()</code> 一次</p>';
    expect(repairHtml(body).html).toBe('<p>写 water() 之后</p><p>傍晚</p><p>再写 <code>rest()</code> 一次</p>');
    expect(reasons(body)).toEqual(['<code> is never closed']);
  });

  test('code may name the end of a paragraph', () => {
    expect(shown('<p>用 <code></p></code> 结束，用 <code><p></code> 开始</p>')).toBe('用 </p> 结束，用 <p> 开始');
  });
});

describe('a quote that is never closed', () => {
  test.each([
    ['before another class', '<p class="a>石榴开花。</p><p class="b">结果。</p>', '石榴开花。结果。'],
    ['before a style', '<span style="color:red>石榴</span><p>开花。</p><p style="x">结果。</p>', '石榴开花。结果。'],
    ['in an address', '<a href="https://a.example/x>石榴</a>又开花。<p class="y">结果。</p>', '石榴又开花。结果。'],
    ['before quoted words', '<p title="a>他说"石榴"。</p><p>结果。</p>', '他说"石榴"。结果。'],
    ['in single quotes', "<p class='a>石榴开花。</p><p class='b'>结果。</p>", '石榴开花。结果。'],
    ['of an alt', '<img alt="a>石榴开花。<br><img src="/b.jpg">结果。', '石榴开花。结果。'],
  ])('%s loses no text', (_, body, text) => {
    expect(shown(body)).toBe(text);
    expect(reasons(body)).toEqual(['a quote in a tag is never closed']);
  });

  test.each([
    ['a sign in an alt', '<img src="/a.jpg" alt="花 > 果">'],
    ['a line break in a title', '<p title="石榴<br>开花">树</p>'],
    ['JSON with markup', `<p data-info='{"text":"<p>开花</p>","more":"<br>"}'>树</p>`],
    ['markup of its own', '<p data-html="<p>开花</p>">树</p>'],
    ['a drawing as address', `<img src="data:image/svg+xml,<svg viewBox='0 0 1 1'></svg>" alt="树">`],
  ])('%s is a sound value', (_, body) => {
    expect(reasons(body)).toEqual([]);
  });
});

describe('a formula', () => {
  test.each([
    ['its letters and signs', '<math><mi>a</mi><mo>+</mo>\n<mi>b</mi></math>', '勾股：a+ b。'],
    [
      'the TeX it carries',
      '<math><semantics><mi>a</mi><annotation encoding="application/x-tex">a^2 &lt; b</annotation></semantics></math>',
      '勾股：a^2 < b。',
    ],
    [
      'nothing where it is set beside',
      '<span class="katex-mathml"><math><mi>a</mi></math></span><span>a</span>',
      '勾股：a。',
    ],
    ['no style it holds', '<math><mi>a</mi><style>p{}</style></math>', '勾股：a。'],
  ])('says %s', (_, formula, text) => {
    expect(shown(`<p>勾股：${formula}。</p>`)).toBe(text);
  });
});
