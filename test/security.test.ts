import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allowedTags, allowListSchema } from '../src/article/allow-list.ts';
import { articleId } from '../src/article/article-id.ts';
import { toOneLine } from '../src/article/clean-text.ts';
import { textOf } from '../src/article/hast-node.ts';
import { parseHtml } from '../src/article/parse-html.ts';
import { parseYaml } from '../src/article/parse-yaml.ts';
import { readArticle } from '../src/article/read-article.ts';
import { readBody } from '../src/article/read-body.ts';
import { assignIds } from '../src/edition/assign-ids.ts';
import { contentSecurityPolicy } from '../src/edition/content-security-policy.ts';
import { jsonForScript } from '../src/edition/page-data-script.ts';
import { hostToShow } from '../src/ui/link-host.ts';

const root = resolve(import.meta.dirname, '..');
const read = (front: string) =>
  readArticle(`---\n${front}\n---\n\n<p>话</p>`, { file: 'a.html', timeZone: 'Asia/Shanghai' }).meta;
const body = (html: string) => readBody(html, { title: '题', format: 'html', references: {} }, parseHtml);

describe('the allow-list', () => {
  test('holds exactly the elements that were agreed on', () => {
    const agreed =
      'p br hr h2 h3 h4 h5 h6 strong b em i u s del ins mark small sub sup abbr cite q blockquote code pre kbd samp var ul ol li ' +
      'dl dt dd figure figcaption img table caption colgroup col thead tbody tfoot tr th td a span div section time ruby rt rp ' +
      'wbr bdi details summary';
    expect([...allowedTags].sort()).toEqual(agreed.split(' ').sort());
  });

  test('lets no id, name, class, style, target, srcset or ping of an author through', () => {
    const names = Object.values(allowListSchema.attributes ?? {}).flatMap((list) =>
      list.map((entry) => String([entry].flat()[0])),
    );
    for (const name of ['id', 'name', 'className', 'style', 'target', 'srcSet', 'ping', 'rel'])
      expect(names).not.toContain(name);
  });

  test('links by http, https, mailto and tel, and shows pictures by https and data', () => {
    expect(allowListSchema.protocols?.href).toEqual(['http', 'https', 'mailto', 'tel']);
    expect(body('<a href="ftp://a.example/">x</a><a href="https://u:p@a.example/">y</a>').tree.children).toEqual(
      body('xy').tree.children,
    );
  });

  test('pictures of one pixel or less are dropped', () => {
    const { tree } = body(
      '<p>话</p><img src="https://a.example/x.gif" width="1" height="1"><img src="https://a.example/y.gif" height="0">',
    );
    expect(JSON.stringify(tree)).not.toContain('"img"');
  });
});

describe('the content security policy', () => {
  const policy = new Map(
    contentSecurityPolicy(['HASH'], 'SCRIPT')
      .split('; ')
      .map((line) => [line.split(' ')[0], line.split(' ').slice(1).join(' ')]),
  );

  test.each([
    ['default-src', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['object-src', "'none'"],
    ['connect-src', "'self'"],
    ['font-src', "'self'"],
    ['manifest-src', "'self'"],
    ['worker-src', "'self'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', "dompurify broadsheet-url 'allow-duplicates'"],
  ])('says %s %s', (directive, value) => {
    expect(policy.get(directive)).toBe(value);
  });

  test('allows no inline or evaluated script and no style but the one that is inlined', () => {
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*(?!\.)|http:/);
    expect(policy.get('style-src')).toBe("'self' 'sha256-HASH'");
    expect(policy.get('script-src')).toBe("'self' 'sha256-SCRIPT'");
  });
});

describe('an article’s box', () => {
  test('contains layout and paint, is isolated and breaks long words', () => {
    const css = readFileSync(join(root, 'src/ui/article.css'), 'utf8');
    const rule = /\.article-body \{([^}]*)\}/.exec(css)?.[1] ?? '';
    for (const line of ['contain: layout paint;', 'isolation: isolate;', 'overflow-wrap: anywhere;'])
      expect(rule).toContain(line);
  });
});

describe('our own source', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:tsx?|js)$/.test(file),
  );
  test.each([
    [
      'writes no HTML into a page',
      /\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write|createContextualFragment/,
    ],
    ['has React write none', /dangerouslySetInnerHTML/],
    ['evaluates nothing', /\beval\(|new Function\(|setTimeout\(\s*['"`]/],
  ])('%s', (_, forbidden) => {
    expect(files.filter((file) => forbidden.test(readFileSync(join(root, 'src', file), 'utf8')))).toEqual([]);
  });
});

describe('traps', () => {
  test('---js front matter is never evaluated', () => {
    const article = readArticle('---js\n{ title: (() => { throw new Error("run") })() }\n---\n<p>话</p>', {
      file: 'a.html',
      timeZone: 'UTC',
    });
    expect(JSON.stringify(article.meta)).not.toContain('Error: run');
  });

  test.each([
    ['alias bomb', 'a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]'],
    ['alias to itself', 'a: &a [*a]'],
  ])('%s is no value', (_, yaml) => {
    expect(parseYaml(yaml).kind).not.toBe('read');
  });

  test.each(['007', 'yes', '1e3'])('%s as title or author stays text', (text) => {
    expect(read(`title: ${text}\nauthor: ${text}`)).toMatchObject({ title: text, source: text });
  });

  // Programs write them for an author they don't know; a title is what somebody wrote.
  test.each(['null', '~'])('%s as title stays text, as author is none', (text) => {
    expect(read(`title: ${text}\nauthor: ${text}`)).toMatchObject({ title: text, source: '' });
  });

  test.each(['constructor', '__proto__'])('category %s is plain data', (name) => {
    expect(read(`title: 话\ncategories: [${name}]`).categories).toEqual([name]);
  });

  test.each(['</script>', '<!--', '$&', '{{}}', '%VITE_X%'])('%s in a title is text', (text) => {
    expect(read(`title: ${text}`).title).toBe(text);
    expect(jsonForScript({ text })).not.toMatch(/[<>]/);
    expect(JSON.parse(jsonForScript({ text }))).toEqual({ text });
  });

  test('U+202A–E and U+2066–9 in titles are stripped', () => {
    expect(toOneLine('一\u202a二\u202e三\u2066四\u2069五')).toBe('一二三四五');
  });

  test('look-alike hosts in links are shown in punycode', () => {
    expect(hostToShow('bank.example', 'https://b\u0430nk.example/')).toMatch(/^xn--/);
  });

  test.each(['javascript:trap(1)', 'data:text/html,x', 'https://u:p@a.example/a.jpg'])(
    'headimg: %s is no cover',
    (address) => {
      expect(read(`title: 话\nheadimg: ${address}`).cover).toBeNull();
    },
  );

  test.each([
    ['10,000 keys', Array.from({ length: 10_000 }, (_, at) => `k${at}: ${at}`).join('\n')],
    ['20,000 nested [', `tags: ${'['.repeat(20_000)}`],
    ['20,000 nested {', `tags: ${'{a: '.repeat(20_000)}`],
  ])('%s in the front matter: capped, reported, and the text is there', (_, yaml) => {
    const { body: text, problems } = readArticle(`---\ntitle: 灯\n${yaml}\n---\n\n<p>第一句话</p>`, {
      file: 'a.html',
      timeZone: 'UTC',
    });
    expect(text).toContain('第一句话');
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(5);
  });

  test.each(['index', '404', 'con', 'nul', '__proto__', 'constructor', '..', 'a/b', '%2e%2e', 'a\\b', 'a\nb', '😀'])(
    'slug %s is no address',
    (slug) => {
      expect(assignIds([{ file: 'a.html', slug, aliases: [] }]).ids).toEqual([articleId('a.html')]);
    },
  );

  test('names differing by case, NFD/NFC, %2e, backslash, newline, 240 characters, emoji: distinct, stable addresses', () => {
    const long = '长'.repeat(240);
    const files = ['a.html', 'A.html', 'e\u0301.html', '\u00e9.html', '%2e.html', '..html', 'a\\b.html', 'a\nb.html'];
    const all = [...files, `${long}.html`, `${long}长.html`, '😀.html', '👩‍👧.html'];
    const claims = all.map((file) => ({ file, slug: null, aliases: [] }));
    const { ids } = assignIds(claims);
    expect(new Set(ids).size).toBe(all.length);
    expect(ids.filter((id) => !/^[a-z0-9]{10}$/.test(id))).toEqual([]);
    expect(assignIds(claims.toReversed()).ids.toReversed()).toEqual(ids);
  });

  test.each(['<!--', '<textarea>', '<style>', '<pre>', '<script>', '<title>', '<xmp>', '<!-- --!'])(
    'unclosed %s: the article’s tail is kept, with a warning',
    (opener) => {
      const { tree, problems } = body(`<p>第一段话。</p>\n${opener}\n<p>第二段话。</p>\n<p>第三段话。</p>`);
      expect(textOf(tree)).toMatch(/第一段话。.*第二段话。.*第三段话。/s);
      expect(problems).not.toEqual([]);
    },
  );

  test.each([
    ['100,000 nested divs', `${'<div>'.repeat(100_000)}深处`, '深处'],
    ['200,000 spaces', `<p>前${' '.repeat(200_000)}后</p>`, '后'],
    ['100,000 <', `<p>前</p>${'<'.repeat(100_000)}<p>后</p>`, '后'],
    ['100,000 quotes', `<p>前</p><a ${'"'.repeat(100_000)}>后</a><p>尾</p>`, '尾'],
    ['100,000 entities', `<p>${'&lt;'.repeat(100_000)}后</p>`, '后'],
  ])('%s: read to the end', (_, html, last) => {
    expect(textOf(body(`<p>开头</p>${html}`).tree)).toContain(last);
  });
});
