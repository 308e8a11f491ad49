import { readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentsOf, openPressRoom, type PressRoom, spoil } from './press-room.ts';
import { articleFile } from './printed-site.ts';
import { writeFiles } from './temporary-folder.ts';

const WORDS = ['灯塔', '面包', '潮水', '码头', 'fog', 'harbour', '1435 mm'];
const story = (number: number, more = '') => {
  const words = WORDS.filter((_, index) => (number >> (index % 4)) % 2 === index % 2).join('，');
  return articleFile(
    `No ${number}`,
    `2024-01-${String(number + 1).padStart(2, '0')}`,
    `slug: no-${number}\n`,
    `<p>${words}。${more}</p>`,
  );
};
const FILES = Object.fromEntries(Array.from({ length: 24 }, (_, number) => [`${number}.html`, story(number)]));

const searchFilesOf = (files: ReadonlyMap<string, string>) =>
  new Map([...files].filter(([path]) => /^data\/(?:search|shard)/.test(path)));

/** The index an empty cache gives of the same articles. */
async function anew({ articles }: PressRoom) {
  const files = Object.fromEntries([...contentsOf(articles)].filter(([path]) => path !== '.keep'));
  const bytes = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, Buffer.from(text, 'latin1')]));
  return searchFilesOf((await openPressRoom(bytes).print()).files);
}

/** Names of the shards in the cache. */
const shardsOf = (room: PressRoom) =>
  readdirSync(room.cache, { recursive: true, encoding: 'utf8' }).filter((name) => /shard-\d+-\w+\.bin$/.test(name));

describe('a search index that is mended', () => {
  const changes: Readonly<Record<string, (room: PressRoom) => void>> = {
    'an article changed': (room) => writeFiles(room.articles, { '7.html': story(7, '雾散了。') }),
    'the newest added': (room) => writeFiles(room.articles, { '24.html': story(24, '新的消息。') }),
    'one added in between': (room) =>
      writeFiles(room.articles, { '7b.html': story(7, '补记。').replace('no-7', 'no-7b') }),
    'the newest gone': (room) => rmSync(join(room.articles, '23.html'), { force: true }),
    'an old one gone': (room) => rmSync(join(room.articles, '3.html'), { force: true }),
    'another date': (room) => writeFiles(room.articles, { '2.html': story(2).replace('2024-01-03', '2024-01-20') }),
    'everything changed': (room) =>
      writeFiles(
        room.articles,
        Object.fromEntries(Object.keys(FILES).map((file, number) => [file, story(number, '全变了。')])),
      ),
  };

  test.each(Object.entries(changes))('is what would be made anew, byte for byte: %s', async (_, change) => {
    const room = openPressRoom(FILES);
    await room.print();
    for (let round = 0; round < 2; round++) {
      change(room);
      expect(searchFilesOf((await room.print()).files)).toEqual(await anew(room));
    }
  });

  test('keeps the shards in which nothing has changed', async () => {
    const room = openPressRoom(FILES);
    await room.print();
    const before = shardsOf(room);
    writeFiles(room.articles, { '7.html': story(7, '雾') });
    await room.print();
    const after = new Set(shardsOf(room));
    expect(before.filter((name) => after.has(name)).length).toBeGreaterThan(0);
    expect(before.filter((name) => !after.has(name)).length).toBeGreaterThan(0);
  });

  const spoils: Readonly<Record<string, (file: string) => void>> = {
    'longer than it was': spoil,
    'cut short': (file) => truncateSync(file, 8),
    garbage: (file) => writeFileSync(file, 'garbage'),
    gone: (file) => rmSync(file),
  };

  test.each(Object.entries(spoils))('is made anew where a file of it is %s', async (_, spoilFile) => {
    for (const pattern of [/^search\/shard-\d+-/, /^search\/manifest/, /^terms\//]) {
      const room = openPressRoom(FILES);
      await room.print();
      const [edition = ''] = readdirSync(join(room.cache, 'editions'));
      const folder = join(room.cache, 'editions', edition);
      for (const [path, content] of contentsOf(folder)) {
        if (!pattern.test(path)) continue;
        rmSync(join(folder, path));
        writeFileSync(join(folder, path), content, 'latin1');
        spoilFile(join(folder, path));
      }
      writeFiles(room.articles, { '7.html': story(7, '雾散了。') });
      expect(searchFilesOf((await room.print()).files), String(pattern)).toEqual(await anew(room));
    }
  });
});
