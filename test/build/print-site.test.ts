import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeColumns } from '../../src/edition/columns.ts';
import {
  type EditionIndex,
  PACK_SIZE,
  type PackEntry,
  type PageData,
  SHEET_SIZE,
  type Sheet,
} from '../../src/edition/edition-data.ts';
import { type FileNames, packAt, sheetAt } from '../../src/edition/file-names.ts';
import { articleFile, printedSite } from './printed-site.ts';
import { pngOf } from './temporary-folder.ts';

function page(site: string, path: string): { data: PageData; modulePreloads: string[]; body: unknown } {
  return JSON.parse(readFileSync(join(site, path, 'index.html'), 'utf8'));
}

function index(site: string): EditionIndex {
  return JSON.parse(readFileSync(join(site, 'data/edition.json'), 'utf8'));
}

function names(site: string): FileNames {
  return JSON.parse(readFileSync(join(site, 'data/names-0.json'), 'utf8'));
}

function sheet(site: string, number = 0): Sheet {
  return JSON.parse(readFileSync(join(site, 'data', sheetAt(names(site), number * SHEET_SIZE) ?? ''), 'utf8'));
}

async function pack(site: string, number = 0): Promise<readonly PackEntry[]> {
  const text = readFileSync(join(site, 'articles', packAt(names(site), number * PACK_SIZE) ?? ''), 'utf8');
  const module = await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
  return module.default;
}

const HARBOUR = {
  'harbour.html': articleFile('Fog', '2024-03-02', 'slug: fog\ncategories:\n  - World\n  - Ports\nauthor: The Pier\n'),
  'market.md': articleFile('Fish prices', '2024-03-01', 'slug: fish\ncategories: [World]\n', 'Prices *fell* again.'),
  'undated.html': articleFile('Someday', 'never', 'slug: someday\n'),
};

describe('pages', () => {
  test('every address has its file', async () => {
    const { site } = await printedSite(HARBOUR);
    const paths = [
      '.',
      'a/fog',
      'a/fish',
      'a/someday',
      'c/world',
      'c/world/ports',
      'c/uncategorised',
      's/the-pier',
      'about',
      'saved',
      'history',
    ];
    expect(paths.filter((path) => !existsSync(join(site, path, 'index.html')))).toEqual([]);
    expect(existsSync(join(site, '404.html'))).toBe(true);
    expect(readFileSync(join(site, 'robots.txt'), 'utf8')).toContain('User-agent: *');
  });

  test('an article knows its place and its neighbours', async () => {
    const { site } = await printedSite(HARBOUR);
    const { data, modulePreloads, body } = page(site, 'a/fish');
    expect(data).toMatchObject({
      kind: 'article',
      position: 1,
      newer: { id: 'fog', title: 'Fog' },
      older: { id: 'someday', title: 'Someday' },
      row: { id: 'fish', excerpt: 'Prices fell again.', lang: 'en', minutes: 1, source: null, cover: null },
    });
    expect(modulePreloads).toEqual(['/assets/article.js']);
    expect(JSON.stringify(body)).toContain('"tagName":"em"');
  });

  test('the original that the front matter names is in the page and in its pack', async () => {
    const { site } = await printedSite({
      'fog.html': articleFile('Fog', '2024', 'slug: fog\nlink: https://pier.example/f\n'),
    });
    expect(page(site, 'a/fog').body).toMatchObject({ smallPrint: { originalUrl: 'https://pier.example/f' } });
    const [pack = ''] = readdirSync(join(site, 'articles'));
    expect(readFileSync(join(site, 'articles', pack), 'utf8')).toContain('\\"original\\":\\"https://pier.example/f\\"');
  });

  test('a list is newest first, unknown dates last', async () => {
    const { site } = await printedSite(HARBOUR);
    const { data, body } = page(site, '.');
    expect(data).toMatchObject({ kind: 'list', filter: { kind: 'all' }, names: [], total: 3 });
    expect(data.kind === 'list' && data.rows.map(({ id }) => id)).toEqual(['fog', 'fish', 'someday']);
    expect(body).toBeNull();
  });

  test('a category holds what is below it', async () => {
    const { site } = await printedSite(HARBOUR);
    expect(page(site, 'c/world').data).toMatchObject({ total: 2, names: [{ name: 'World', slug: 'world' }] });
    expect(page(site, 'c/world/ports').data).toMatchObject({
      total: 1,
      filter: { kind: 'category', path: 'world/ports' },
      names: [{ slug: 'world' }, { slug: 'ports' }],
    });
  });

  test('a list page holds at most 32 rows', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, number) => [
        `${number}.html`,
        articleFile(`No ${number}`, `2024-01-01 00:${10 + number}`),
      ]),
    );
    const { data } = page((await printedSite(many)).site, '.');
    expect(data.kind === 'list' && [data.total, data.rows.length, data.rows[0]?.title]).toEqual([40, 32, 'No 39']);
  });

  test('an article without a title is called by its first words', async () => {
    const { site } = await printedSite({ 'x.html': '---\nslug: x\n---\n<p>Rain at last. It fell all night.</p>' });
    expect(page(site, 'a/x').data).toMatchObject({ row: { title: expect.stringMatching(/^Rain at last/) } });
  });

  test('an article with neither is called by its file', async () => {
    const { site } = await printedSite({ 'a/low tide.html': '---\nslug: x\n---\n' });
    expect(page(site, 'a/x').data).toMatchObject({ row: { title: 'low tide' } });
  });
});

describe('news', () => {
  const read = (site: string, path: string) => readFileSync(join(site, path, 'index.html'), 'utf8');

  test('changes no list it is not in', async () => {
    const news = articleFile('Storm', '2024-04-01', 'slug: storm\ncategories: [World, Weather]\nauthor: The Pier\n');
    const rain = (day: number) => articleFile('Rain', `2020-04-0${day}`, 'categories: [World, Weather]\n');
    const old = { ...HARBOUR, 'one.html': rain(1), 'two.html': rain(2) };
    const [one, other] = [await printedSite(old), await printedSite({ ...old, 'news.html': news })];
    for (const path of ['c/world/ports', 'c/uncategorised', 'a/fish']) {
      expect(read(other.site, path)).toBe(read(one.site, path));
    }
    expect(read(other.site, 'c/world')).not.toBe(read(one.site, 'c/world'));
  });

  test('leaves counts to the home page', async () => {
    const { site } = await printedSite(HARBOUR);
    const counts = (path: string) => {
      const { data } = page(site, path);
      return data.kind === 'list' ? [...data.categories, ...data.sources].map(({ count }) => count) : [];
    };
    expect(counts('.')).toEqual([2, 1, 1, 1]);
    expect(counts('c/world')).toEqual([null, null, null, null]);
    expect(counts('s/the-pier')).toEqual([null, null, null, null]);
  });
});

describe('data files', () => {
  test('sheets and packs hold the articles oldest first', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, number) => [
        `${number}.html`,
        articleFile(`No ${number}`, `2024-01-01 00:${10 + number}`),
      ]),
    );
    const { site } = await printedSite(many);
    const { sheets, packs } = names(site);
    expect([index(site).count, sheets.length, packs.length]).toEqual([40, 2, 5]);
    expect(sheet(site, 1).map(({ title }) => title)[0]).toBe('No 32');
    expect((await pack(site, 4)).map(({ file }) => file)[0]).toBe('32.html');
  });

  test('an old pack keeps its name when news arrives', async () => {
    const old = Object.fromEntries(
      Array.from({ length: 9 }, (_, number) => [
        `${number}.html`,
        articleFile(`No ${number}`, `2024-01-0${number + 1}`),
      ]),
    );
    const before = names((await printedSite(old)).site).packs;
    const after = names((await printedSite({ ...old, 'news.html': articleFile('News', '2024-02-01') })).site).packs;
    expect(after[0]).toBe(before[0]);
    expect(after[1]).not.toBe(before[1]);
  });

  test('a pack holds the whole file as text', async () => {
    const text = articleFile('</script> $& `{x}` \\u2028', '2024-01-01', '', '<p>\u2028 "quoted" \\ </p>');
    const { site } = await printedSite({ 'x.html': text });
    expect(await pack(site)).toEqual([
      expect.objectContaining({ file: 'x.html', format: 'html', text, references: {} }),
    ]);
  });

  test('columns agree with the sheets', async () => {
    const { site } = await printedSite(HARBOUR);
    const { columns, categories } = index(site);
    const bytes = Uint8Array.from(readFileSync(join(site, 'data', columns)));
    const { count, categories: column } = decodeColumns(bytes.buffer);
    expect(count).toBe(3);
    expect([...column].map((at) => categories[at]?.slug)).toEqual(
      sheet(site).map(({ category }) => category.at(-1)?.slug),
    );
  });

  test('a text in GB18030 is published as UTF-8, with a warning', async () => {
    const head = Buffer.from('---\ntitle: x\nslug: x\n---\n<p>');
    const { site, report } = await printedSite({
      'x.html': Buffer.concat([head, Buffer.from([0xb8, 0xdb, 0xbf, 0xda, 0xce, 0xed])]),
    });
    expect((await pack(site))[0]?.text).toContain('港口雾');
    expect(report.problems).toEqual([
      expect.objectContaining({ level: 'warning', reason: expect.stringContaining('GB18030') }),
    ]);
  });
});

describe('local addresses', () => {
  const body =
    '<p><img src="pics/quay.png" alt="Quay"></p><p><a href="../b.html#end">on</a> <a href="gone.html">off</a></p>\n<p><img src="gone.png"></p>';
  const files = {
    'one/a.html': articleFile('A', '2024-01-01', 'slug: a\nheadimg: pics/quay.png\n', body),
    'one/pics/quay.png': pngOf(300, 200),
    'b.html': articleFile('B', '2024-01-02', 'slug: b\n'),
  };

  test('pictures are copied, links lead to pages', async () => {
    const { site } = await printedSite(files);
    const media = readdirSync(join(site, 'media'));
    expect(media).toEqual([expect.stringMatching(/^quay-[0-9a-f]{10}\.png$/)]);
    const picture = { href: `/media/${media[0]}`, width: 300, height: 200 };
    expect((await pack(site))[0]?.references).toEqual({
      'pics/quay.png': picture,
      '../b.html#end': { href: '/a/b/#end' },
    });
    expect(sheet(site)[0]?.cover).toEqual({ src: picture.href, width: 300, height: 200 });
    expect(JSON.stringify(page(site, 'a/a').body)).toContain(picture.href);
  });

  test('missing ones are warnings with their line', async () => {
    const { report, lines } = await printedSite(files);
    expect(report.problems).toEqual([
      {
        file: 'one/a.html',
        line: 8,
        level: 'warning',
        reason: expect.stringContaining('gone.html'),
        hint: expect.any(String),
      },
      {
        file: 'one/a.html',
        line: 9,
        level: 'warning',
        reason: expect.stringContaining('gone.png'),
        hint: expect.any(String),
      },
    ]);
    expect(lines.join('')).toContain('one/a.html:9: warning: “gone.png” no such picture (');
  });

  test('a missing cover is no cover', async () => {
    const { site, report } = await printedSite({ 'a.html': articleFile('A', '2024-01-01', 'headimg: ./gone.png\n') });
    expect(sheet(site)[0]?.cover).toBeNull();
    expect(report.problems).toEqual([expect.objectContaining({ file: 'a.html', line: 4 })]);
  });
});

describe('covers', () => {
  test('know their size from their address', async () => {
    const { site } = await printedSite({
      'a.html': articleFile('A', '2024-01-01', 'headimg: http://img.example/w600h352/quay.jpg\n'),
    });
    expect(sheet(site)[0]?.cover).toEqual({ src: 'https://img.example/w600h352/quay.jpg', width: 600, height: 352 });
  });

  test('know their size from the same picture in the text', async () => {
    const body = '<p><img src="//img.example/quay.jpg" width="640" height="480"></p><p>Text.</p>';
    const { site } = await printedSite({
      'a.html': articleFile('A', '2024-01-01', 'headimg: http://img.example/quay.jpg\n', body),
    });
    expect(sheet(site)[0]?.cover).toEqual({ src: 'https://img.example/quay.jpg', width: 640, height: 480 });
  });
});

describe('what is left out', () => {
  test('drafts, silently; unreadable files, with a reason', async () => {
    const { site, report, summary } = await printedSite({
      'a.html': articleFile('A', '2024-01-01'),
      'draft.html': articleFile('B', '2024-01-02', 'draft: true\n'),
      'empty.html': '',
      'blank.md': ' \n\n',
      'folder.html/x.png': pngOf(1, 1),
    });
    expect(index(site).count).toBe(1);
    expect(report).toMatchObject({ articles: 5, published: 1 });
    expect(
      report.problems.map(({ file, line, level, reason }: Record<string, unknown>) => [file, line, level, reason]),
    ).toEqual([
      ['blank.md', 1, 'error', 'is empty'],
      ['empty.html', 1, 'error', 'is empty'],
      ['folder.html', 1, 'error', 'is a folder'],
    ]);
    expect(summary).toMatch(
      /^1 published · 0 warnings · 3 left out · 1 draft · 2 other files skipped\n\d+ files · [\d.]+ MB · [\d.]+ s → /,
    );
  });

  test('nothing to publish is refused, and reported', async () => {
    const { summary, report } = await printedSite({ 'empty.html': '' });
    expect(summary).toMatch(/^no article to publish in /);
    expect(report).toMatchObject({ articles: 1, published: 0, problems: [{ file: 'empty.html' }] });
  });

  test('STRICT refuses warnings', async () => {
    const { summary, report } = await printedSite({ 'a.html': articleFile('A', 'never') }, { STRICT: '1' });
    expect(summary).toBe('STRICT: not published because of 1 problem above');
    expect(report.published).toBe(1);
  });

  test('STRICT publishes what has no problems', async () => {
    expect((await printedSite({ 'a.html': articleFile('A', '2024-01-01') }, { STRICT: '1' })).summary).toMatch(
      /^1 published/,
    );
  });
});

describe('aliases', () => {
  test('are pages that lead on', async () => {
    const files = { 'a.html': articleFile('A < B', '2024-01-01', 'slug: a\naliases: [/2020/old/, legacy.html]\n') };
    const { site } = await printedSite(files, { BASE_PATH: '/news/' });
    const html = readFileSync(join(site, '2020/old/index.html'), 'utf8');
    expect(html).toContain('<link rel="canonical" href="https://news.example/news/a/a/">');
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=/news/a/a/">');
    expect(html).toContain('<a href="/news/a/a/">A &lt; B</a>');
    expect(readFileSync(join(site, 'legacy.html'), 'utf8')).toContain('/news/a/a/');
  });
});
