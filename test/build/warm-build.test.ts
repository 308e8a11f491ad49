import { linkSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentsOf, openPressRoom, spoil } from './press-room.ts';
import { articleFile } from './printed-site.ts';
import { pngOf, temporaryFolder, writeFiles } from './temporary-folder.ts';

/** Two dozen articles of two sections, a day apart. */
const FILES = Object.fromEntries(
  Array.from({ length: 24 }, (_, number) => [
    `${number}.html`,
    articleFile(
      `No ${number}`,
      `2024-01-${String(number + 1).padStart(2, '0')}`,
      `slug: no-${number}\ncategories: [${number % 2 === 0 ? 'Sea' : 'Land'}]\n`,
    ),
  ]),
);

const articlesOf = (printed: readonly string[]) => printed.filter((path) => path.startsWith('/a/'));

describe('a warm build', () => {
  test('prints nothing anew where nothing has changed, and gives the same bytes', async () => {
    const room = openPressRoom(FILES);
    const cold = await room.print();
    const warm = await room.print();
    expect(articlesOf(cold.printed)).toHaveLength(24);
    expect(warm.printed).toEqual(['/404.html']);
    expect(warm.files).toEqual(cold.files);
  });

  test('prints what has changed, and the lists that show it', async () => {
    const room = openPressRoom(FILES);
    await room.print();
    writeFiles(room.articles, { '20.html': FILES['20.html']?.replace('Fog', 'Rain') ?? '' });
    const warm = await room.print();
    expect(warm.printed).toEqual(['/', '/404.html', '/a/no-20/', '/c/sea/']);
    expect(warm.files).toEqual((await openPressRoomLike(room.articles).print()).files);
  });

  test('prints the neighbours of an article whose title has changed, and what else links to it', async () => {
    const room = openPressRoom(FILES);
    await room.print();
    writeFiles(room.articles, { '20.html': FILES['20.html']?.replace('No 20', 'Other') ?? '' });
    expect(articlesOf((await room.print()).printed)).toEqual([...['/a/no-19/', '/a/no-20/', '/a/no-21/', '/a/no-22/']]);
  });

  test('of the newest article prints it, its neighbour and its lists, and changes a dozen files', async () => {
    const room = openPressRoom(FILES);
    const before = await room.print();
    writeFiles(room.articles, { 'news.html': articleFile('News', '2024-02-01', 'slug: news\ncategories: [Sea]\n') });
    const after = await room.print();
    expect(after.printed).toEqual(['/', '/404.html', '/a/news/', '/a/no-23/', '/about/', '/c/sea/']);
    const changed = [...before.files].filter(([path, content]) => after.files.get(path) !== content);
    // How many shards there are, and which of them hold its words, is the index's own matter.
    const named = changed.map(([path]) => path.replace(/-[0-9a-f]{8,10}\./, '-….').replace(/shard-\d+-/, 'shard-k-'));
    expect([...new Set(named)]).toEqual([
      ...['a/no-23/index.html', 'about/index.html', 'atom.xml'],
      ...['c/sea/atom.xml', 'c/sea/feed.json', 'c/sea/index.html', 'c/sea/rss.xml'],
      ...['data/columns-….bin', 'data/edition.json', 'data/names-0.json'],
      ...['data/search-0.json', 'data/search.json', 'data/shard-k-….bin', 'data/sheet-0-….json'],
      ...['feed.json', 'index.html', 'rss.xml', 'sitemap.xml'],
    ]);
  });

  test('forgets articles that are gone', async () => {
    const room = openPressRoom(FILES);
    await room.print();
    rmSync(join(room.articles, '20.html'));
    const warm = await room.print();
    expect(warm.files.has('a/no-20/index.html')).toBe(false);
    const kept = readdirSync(room.cache, { recursive: true, encoding: 'utf8' });
    expect(kept.filter((name) => name.includes('pages/no-20-'))).toEqual([]);
    expect(kept.filter((name) => name.includes('pages/no-19-'))).toHaveLength(1);
  });

  test('follows what an article’s addresses lead to', async () => {
    const body = '<p><a href="b.html">on</a></p><p><img src="quay.png"></p>';
    const room = openPressRoom({
      'a.html': articleFile('A', '2024-01-01', 'slug: a\n', body),
      'b.html': articleFile('B', '2024-01-03', 'slug: b\n'),
      'c.html': articleFile('C', '2024-01-02', 'slug: c\n'),
      'quay.png': pngOf(300, 200),
    });
    const cold = await room.print();
    expect([...cold.files.keys()].filter((path) => path.startsWith('media/'))).toHaveLength(1);
    expect([...(await room.print()).files.keys()].filter((path) => path.startsWith('media/'))).toHaveLength(1);
    writeFiles(room.articles, { 'quay.png': pngOf(400, 200) });
    const wider = await room.print();
    expect(articlesOf(wider.printed)).toEqual(['/a/a/']);
    expect(wider.files.get('a/a/index.html')).toContain('"width":400');
    rmSync(join(room.articles, 'quay.png'));
    expect((await room.print()).problems).toEqual([
      expect.objectContaining({ reason: expect.stringContaining('quay.png') }),
    ]);
    writeFiles(room.articles, { 'b.html': articleFile('B', '2024-01-03', 'slug: b2\n') });
    expect((await room.print()).files.get('a/a/index.html')).toContain('/a/b2/');
  });

  test('says again what is wrong with articles it doesn’t read', async () => {
    const room = openPressRoom({ 'a.html': articleFile('A', 'never', '', '<p><a href="gone.html">off</a></p>') });
    const cold = await room.print();
    expect(cold.problems).toHaveLength(2);
    expect((await room.print()).problems).toEqual(cold.problems);
  });

  test('of another version of the program prints everything', async () => {
    const room = openPressRoom(FILES);
    const cold = await room.print();
    const other = await room.print('two');
    expect(other.printed).toEqual(cold.printed);
    expect(other.files).toEqual(cold.files);
  });
});

/** The same articles without any cache. */
function openPressRoomLike(articles: string) {
  return openPressRoom(Object.fromEntries([...contentsOf(articles)].filter(([path]) => path !== '.keep')));
}

describe('a spoiled cache', () => {
  const spoils = {
    'with garbage at every end': spoil,
    'cut short': (file: string) => truncateSync(file, 40),
    'of empty files': (file: string) => truncateSync(file, 0),
    'of garbage': (file: string) => writeFileSync(file, '[[null'),
    'with nothing in it': (file: string) => rmSync(file),
  };

  test.each(Object.entries(spoils))('%s is as good as none', async (_, spoilFile) => {
    const room = openPressRoom(FILES);
    const cold = await room.print();
    for (const [path, content] of contentsOf(room.cache)) {
      rmSync(join(room.cache, path));
      writeFileSync(join(room.cache, path), content, 'latin1');
      spoilFile(join(room.cache, path));
    }
    expect((await room.print()).files).toEqual(cold.files);
    expect((await room.print()).printed).toEqual(['/404.html']);
  });

  test('a page changed in the published site is printed anew', async () => {
    const room = openPressRoom(FILES);
    const cold = await room.print();
    spoil(join(cold.folder, 'a/no-3/index.html'));
    spoil(join(cold.folder, 'c/sea/index.html'));
    const warm = await room.print();
    expect(warm.printed).toEqual(['/404.html', '/a/no-3/', '/c/sea/']);
    expect(warm.files).toEqual(cold.files);
  });

  test('carried to another machine without its files’ times is still good', async () => {
    const room = openPressRoom(FILES);
    const cold = await room.print();
    for (const [path, content] of contentsOf(room.cache)) {
      rmSync(join(room.cache, path));
      writeFileSync(join(room.cache, path), content, 'latin1');
    }
    const warm = await room.print();
    expect(warm.printed).toEqual(['/404.html']);
    expect(warm.files).toEqual(cold.files);
  });
});

describe('a site that grows on the pages of a former one', () => {
  test('has the same bytes', async () => {
    const room = openPressRoom(FILES);
    const cold = await room.print();
    room.retire(await room.print());
    const warm = await room.print();
    expect(warm.printed).toEqual(['/404.html']);
    expect(warm.files).toEqual(cold.files);
  });

  test('keeps nothing of what was in them besides', async () => {
    const room = openPressRoom({
      ...FILES,
      'gone.html': articleFile('Gone', '2024-03-01', 'slug: gone\naliases: [/a/former/]\n'),
    });
    const first = await room.print();
    expect(first.files.has('a/former/index.html')).toBe(true);
    writeFiles(first.folder, { 'a/no-3/index.html.br': 'old', 'a/no-4/deep/x.html': '', 'a/stray.txt': '' });
    rmSync(join(first.folder, 'a/no-5/index.html'));
    writeFileSync(join(first.folder, 'a/no-5/index.html'), 'another file of that name');
    rmSync(join(room.articles, 'gone.html'));
    writeFiles(room.articles, { '7.html': FILES['7.html']?.replace('Fog', 'Rain') ?? '' });
    room.retire(first);
    const warm = await room.print();
    expect(articlesOf(warm.printed)).toEqual(['/a/no-23/', '/a/no-7/']);
    expect(warm.files).toEqual((await openPressRoomLike(room.articles).print()).files);
  });

  test('nor of what was in the folders of lists, packs and data', async () => {
    const gone = 'slug: gone\ncategories: [Isles]\n';
    const room = openPressRoom({ ...FILES, 'gone.html': articleFile('Gone', '2024-03-01', gone) });
    const first = await room.print();
    expect(first.files.has('c/isles/index.html')).toBe(true);
    writeFiles(first.folder, {
      ...{ 'c/index.html': 'old', 'c/sea/rss.xml.gz': 'old', 'c/land/deep/x.html': '', 'page/stray.txt': '' },
      ...{ 'data/edition.json.br': 'old', 'articles/more/pack.js': '', 'data/deep/x': '' },
    });
    spoil(join(first.folder, 'c/land/index.html'));
    for (const name of ['atom.xml', 'feed.json']) rmSync(join(first.folder, 'c/land', name));
    writeFiles(first.folder, { 'c/land/feed.json/deeper': 'a folder of that name' });
    rmSync(join(room.articles, 'gone.html'));
    room.retire(first);
    const warm = await room.print();
    expect(warm.files).toEqual((await openPressRoomLike(room.articles).print()).files);
  });

  test('leaves the owner’s own folder of such a name alone', async () => {
    const room = openPressRoom(FILES);
    room.retire(await room.print());
    const warm = await room.print('one', { 'data/own.csv': '1' });
    expect(warm.files.get('data/own.csv')).toBe('1');
    expect([...warm.files].filter(([path]) => path !== 'data/own.csv')).toEqual([
      ...(await openPressRoomLike(room.articles).print()).files,
    ]);
  });

  test('writes into no file that has another name elsewhere', async () => {
    const room = openPressRoom(FILES);
    const first = await room.print();
    const backup = writeFiles(temporaryFolder(), { '.keep': '' });
    const names = ['data/edition.json', 'data/search.json', 'data/names-0.json', 'c/sea/index.html', 'c/sea/rss.xml'];
    for (const name of names) linkSync(join(first.folder, name), join(backup, name.replaceAll('/', '-')));
    const before = contentsOf(backup);
    room.retire(first);
    writeFiles(room.articles, { 'news.html': articleFile('News', '2024-02-01', 'slug: news\ncategories: [Sea]\n') });
    await room.print();
    expect(contentsOf(backup)).toEqual(before);
  });

  test('prints a page anew that was changed in it', async () => {
    const room = openPressRoom(FILES);
    const cold = await room.print();
    spoil(join(cold.folder, 'a/no-3/index.html'));
    room.retire(cold);
    const warm = await room.print();
    expect(articlesOf(warm.printed)).toEqual(['/a/no-3/']);
    expect(warm.files).toEqual(cold.files);
  });
});
