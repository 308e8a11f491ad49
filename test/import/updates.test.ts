import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openParser } from '../../src/import/parser.ts';
import { temporaryFolder } from '../build/temporary-folder.ts';
import { item, rss } from './feed-case.ts';
import { articlesIn, bytesIn, filesIn, importInto } from './import-into.ts';

const parser = openParser();
afterAll(() => parser.close());

/** A folder of articles, and a way to import a feed into it again and again. */
function newsstand() {
  const [folder, feeds] = [temporaryFolder(), temporaryFolder()];
  const imports = async (xml: string, options: Parameters<typeof importInto>[2] = {}, name = 'feed.xml') => {
    writeFileSync(join(feeds, name), xml);
    const { tally, lines } = await importInto(folder, [join(feeds, name)], { parser, ...options });
    const told = Object.entries(tally.outcomes).filter(([, count]) => count > 0);
    return { outcomes: Object.fromEntries(told), lines };
  };
  return { folder, imports, files: () => filesIn(folder).filter((file) => file.endsWith('.html')) };
}

const THREE = ['one', 'two', 'three'].map((name) => item(name, name)).join('\n');
const LONG = `<description>${'The tide was out, and the boats lay on their sides. '.repeat(10)}</description>`;

describe('an entry that has changed', () => {
  test('changes its file in place, title and all', async () => {
    const { imports, files, folder } = newsstand();
    await imports(rss(THREE));
    const before = files();
    const changed = rss(THREE.replace('<title>two', '<title>Two, corrected').replace('was out', 'is coming in'));
    expect((await imports(changed)).outcomes).toEqual({ updated: 2, unchanged: 1 });
    expect(files()).toEqual(before);
    expect(articlesIn(folder).map(({ meta }) => meta.title)).toEqual(['Two, corrected', 'one', 'three']);
    expect((await imports(changed)).outcomes).toEqual({ unchanged: 3 });
  });

  test('is known by its link where its guid has changed, and the other way round', async () => {
    const { imports, files } = newsstand();
    await imports(rss(item('One', 'one')));
    expect((await imports(rss(item('One', 'one').replace('?p=one', '?new=1')))).outcomes).toEqual({ unchanged: 1 });
    const moved = item('One', 'elsewhere').replace('?p=elsewhere', '?new=1');
    expect((await imports(rss(moved))).outcomes).toEqual({ updated: 1 });
    expect((await imports(rss(item('One', 'one')))).outcomes).toEqual({ updated: 1 });
    expect(files()).toHaveLength(1);
  });

  test('is known over http and https, with and without www and a slash at its end', async () => {
    const { imports, files } = newsstand();
    await imports(rss(item('One', 'one').replace(/<guid>.*<\/guid>/, '')));
    for (const link of [
      'http://pier.example/one',
      'https://www.pier.example/one/',
      'https://PIER.example:443/one#utm_x',
    ]) {
      const other = item('One', 'one')
        .replace(/<guid>.*<\/guid>/, '')
        .replace('https://pier.example/one', link);
      expect((await imports(rss(other))).outcomes).not.toHaveProperty('new');
    }
    expect(files()).toHaveLength(1);
  });

  test('is known by its words where guid and link have both changed', async () => {
    const { imports, files } = newsstand();
    await imports(rss(item('One', 'one', LONG)));
    expect((await imports(rss(item('One', '2027/one', LONG)))).outcomes).toEqual({ updated: 1 });
    expect(files()).toHaveLength(1);
  });

  test('that has neither guid nor link is known by its title and day', async () => {
    const { imports, files } = newsstand();
    const bare =
      '<item><title>Bare</title><pubDate>Mon, 21 Sep 2026 06:30:00 GMT</pubDate><description>x</description></item>';
    await imports(rss(bare));
    expect((await imports(rss(bare.replace('>x<', '>y<')))).outcomes).toEqual({ updated: 1 });
    expect(files()).toHaveLength(1);
  });

  test('and is gone from the feed keeps its file', async () => {
    const { imports, files } = newsstand();
    await imports(rss(THREE));
    expect((await imports(rss(item('four', 'four')))).outcomes).toEqual({ new: 1 });
    expect(files()).toHaveLength(4);
  });
});

describe('what is done by hand', () => {
  test('to a file is kept and said, until it is given up', async () => {
    const { imports, files, folder } = newsstand();
    await imports(rss(THREE));
    const file = files().find((name) => name.includes('-two-')) ?? '';
    appendFileSync(join(folder, file), '<p>A note of ours.</p>\n');
    expect(await imports(rss(THREE))).toEqual({ outcomes: { unchanged: 3 }, lines: [] });
    const changed = rss(THREE.replaceAll('was out', 'came in'));
    const { outcomes, lines } = await imports(changed);
    expect(outcomes).toEqual({ updated: 2, edited: 1 });
    expect(lines).toEqual([
      expect.stringMatching(
        /-two-.*\.html: warning: was changed by hand, and the feed has another version of it \(it is kept/,
      ),
    ]);
    expect(readFileSync(join(folder, file), 'utf8')).toContain('was out');
    expect(readFileSync(join(folder, file), 'utf8')).toContain('A note of ours.');
    expect((await imports(changed, { force: true })).outcomes).toEqual({ updated: 1, unchanged: 2 });
    expect(readFileSync(join(folder, file), 'utf8')).not.toContain('A note of ours.');
  });

  test('that makes a file what the feed says by now is no edit', async () => {
    const { imports, files, folder } = newsstand();
    await imports(rss(THREE));
    const [file = ''] = files();
    writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8').replace('was out', 'came in'));
    const { outcomes } = await imports(rss(THREE.replaceAll('was out', 'came in')));
    expect(outcomes).toEqual({ updated: 2, unchanged: 1 });
  });

  test('a deleted article stays deleted, until it is asked for', async () => {
    const { imports, files, folder } = newsstand();
    await imports(rss(THREE));
    const [file = ''] = files();
    rmSync(join(folder, file));
    expect((await imports(rss(THREE))).outcomes).toEqual({ unchanged: 2, removed: 1 });
    expect(existsSync(join(folder, file))).toBe(false);
    expect((await imports(rss(THREE), { force: true })).outcomes).toEqual({ new: 1, unchanged: 2 });
    expect(existsSync(join(folder, file))).toBe(true);
  });

  test('a folder that was emptied is filled anew', async () => {
    const { imports, files, folder } = newsstand();
    await imports(rss(THREE));
    rmSync(join(folder, 'the-pier'), { recursive: true });
    expect((await imports(rss(THREE))).outcomes).toEqual({ new: 3 });
    for (const file of files()) rmSync(join(folder, file));
    expect((await imports(rss(THREE))).outcomes).toEqual({ new: 3 });
  });
});

describe('the memory in .import.json', () => {
  test('that is lost makes nothing twice and overwrites nothing', async () => {
    const { imports, folder } = newsstand();
    await imports(rss(THREE));
    const before = bytesIn(folder);
    rmSync(join(folder, '.import.json'));
    expect((await imports(rss(THREE))).outcomes).toEqual({ unchanged: 3 });
    expect(bytesIn(folder)).toEqual(before);
    rmSync(join(folder, '.import.json'));
    const changed = rss(THREE.replace('<title>two', '<title>Two, corrected'));
    const { outcomes, lines } = await imports(changed);
    expect({ outcomes, count: lines.length }).toEqual({ outcomes: { unchanged: 2, edited: 1 }, count: 1 });
    expect((await imports(changed, { force: true })).outcomes).toEqual({ updated: 1, unchanged: 2 });
  });

  test.each([
    ['{"version":1,"feeds":[', 'cannot be read'],
    ['<<<<<<< ours', 'cannot be read'],
    ['[]', 'is not what this program wrote'],
    ['{"version":2,"feeds":7}', 'was written by a newer version'],
    [
      '{"version":1,"feeds":[],"stories":[{"file":"../../x.html","feed":"","sum":"","keys":[]}],"pictures":[]}',
      'is not what',
    ],
    ['{"version":1,"feeds":[{"id":"a","folder":"/etc"}],"stories":[],"pictures":[]}', 'is not what'],
  ])('that says %j is not gone on with', async (memory, reason) => {
    const { imports, folder, files } = newsstand();
    writeFileSync(join(folder, '.import.json'), memory);
    await expect(imports(rss(THREE))).rejects.toThrow(reason);
    expect(readFileSync(join(folder, '.import.json'), 'utf8')).toBe(memory);
    expect(files()).toEqual([]);
  });

  test('holds no address, which may be a subscriber’s secret', async () => {
    const { imports, folder } = newsstand();
    await imports(rss(THREE));
    expect(readFileSync(join(folder, '.import.json'), 'utf8')).not.toContain('pier.example');
  });
});

describe('two feeds', () => {
  const other = (items: string) => rss(items, '<title>Sea news</title><link>https://sea.example/</link>');

  test('with one story bring it once; the first keeps it', async () => {
    const { imports, files, folder } = newsstand();
    await imports(rss(item('One', 'one')), {}, 'a.xml');
    const same = other(item('One, as they tell it', 'one').replace('?p=one', '?sea'));
    expect((await imports(same, {}, 'b.xml')).outcomes).toEqual({ elsewhere: 1 });
    expect((await imports(same, {}, 'b.xml')).outcomes).toEqual({ elsewhere: 1 });
    expect((await imports(rss(item('One', 'one')), {}, 'a.xml')).outcomes).toEqual({ unchanged: 1 });
    expect(files()).toEqual([expect.stringMatching(/^the-pier\//)]);
    expect(articlesIn(folder)[0]?.meta.source).toBe('The Pier');
  });

  test('with one text, word for word, bring it once', async () => {
    const { imports, files } = newsstand();
    await imports(rss(item('One', 'one', LONG)), {}, 'a.xml');
    const same = other(item('One', 'one', LONG).replaceAll('pier.example', 'sea.example'));
    expect((await imports(same, {}, 'b.xml')).outcomes).toEqual({ elsewhere: 1 });
    expect(files()).toHaveLength(1);
  });

  test('that number their entries alike are told apart', async () => {
    const { imports, files } = newsstand();
    const numbered = (title: string, place: string) =>
      item(title, place).replace(/<guid>.*<\/guid>/, '<guid isPermaLink="false">1</guid>');
    await imports(rss(numbered('One', 'one')), {}, 'a.xml');
    const { outcomes } = await imports(other(numbered('Other', 'other').replace('pier.', 'sea.')), {}, 'b.xml');
    expect(outcomes).toEqual({ new: 1 });
    expect(files()).toHaveLength(2);
  });

  test('of one name have folders of their own, and keep them', async () => {
    const { imports, files } = newsstand();
    const namesake = rss(
      item('Two', 'two').replaceAll('pier.example', 'sea.example'),
      '<title>The Pier</title><link>https://sea.example/</link>',
    );
    await imports(rss(item('One', 'one')), {}, 'a.xml');
    await imports(namesake, {}, 'b.xml');
    await imports(
      namesake.replace('</channel>', `${item('Three', 'three').replaceAll('pier.', 'sea.')}</channel>`),
      {},
      'b.xml',
    );
    const folders = files().map((file) => file.split('/')[0]);
    expect(new Set(folders).size).toBe(2);
    expect(folders.filter((name) => name === 'the-pier')).toHaveLength(1);
  });
});

test('categories that are asked for stand above the feed’s own, and changing them changes the files', async () => {
  const { imports, folder } = newsstand();
  await imports(rss(item('One', 'one')), { categories: ['Coast', 'Harbours'] });
  expect(articlesIn(folder)[0]?.meta.categories).toEqual(['Coast', 'Harbours', 'The Pier']);
  expect((await imports(rss(item('One', 'one')), { categories: ['Coast'] })).outcomes).toEqual({ updated: 1 });
  expect(articlesIn(folder)[0]?.meta.categories).toEqual(['Coast', 'The Pier']);
});

test('a file that somebody moved counts as deleted, not as a reason to stop', async () => {
  const { imports, folder, files } = newsstand();
  await imports(rss(THREE));
  const [file = ''] = files();
  mkdirSync(join(folder, 'mine'));
  renameSync(join(folder, file), join(folder, 'mine/one.html'));
  expect((await imports(rss(THREE))).outcomes).toEqual({ unchanged: 2, removed: 1 });
});
