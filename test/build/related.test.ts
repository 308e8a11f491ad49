import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeColumns } from '../../src/edition/columns.ts';
import type { PageData } from '../../src/edition/edition-data.ts';
import { openPressRoom } from './press-room.ts';
import { articleFile, printedSite } from './printed-site.ts';
import { writeFiles } from './temporary-folder.ts';

const STORY = `<p>${'清晨的码头下着小雨，装卸工人把最后一箱橘子搬上甲板，汽笛响了三声，岸上的人慢慢散去。海鸥落在缆桩上，看着船离开。'.repeat(2)}</p>`;
const OTHER = `<p>${'山里的邮差每周走一趟邮路，翻过两道梁，给九户人家送信和报纸，夏天背一壶凉茶，冬天揣一块烤红薯，从来没有迟到过。'.repeat(2)}</p>`;

const files = {
  'a.html': articleFile('橘子上船', '2024-01-01', 'slug: a\nauthor: 码头报\n', STORY),
  'b.html': articleFile('橘子上船（图）', '2024-01-02', 'slug: b\nauthor: 海岸报\n', `${STORY}<p>责任编辑：小鹿</p>`),
  'c.html': articleFile('邮路上的人', '2024-01-03', 'slug: c\nauthor: 山里报\n', OTHER),
  'd.html': articleFile('橘子昨日上船', '2024-01-04', 'slug: d\nauthor: 河口报\n', STORY),
};

function pageOf(site: string, path: string): PageData {
  return JSON.parse(readFileSync(join(site, path, 'index.html'), 'utf8')).data;
}

describe('copies and related articles', () => {
  test('are links on every page that has them', async () => {
    const { site } = await printedSite(files);
    const a = pageOf(site, 'a/a');
    expect(a).toMatchObject({
      more: {
        copyCount: 2,
        copies: [
          { id: 'b', title: '橘子上船（图）', source: '海岸报', date: Date.parse('2024-01-02T00:00+08:00') },
          { id: 'd', source: '河口报' },
        ],
      },
    });
    expect(pageOf(site, 'a/d')).toMatchObject({ more: { copies: [{ id: 'a' }, { id: 'b' }], related: [{ id: 'c' }] } });
    expect(pageOf(site, 'a/c')).toMatchObject({ more: { copyCount: 0, copies: [] } });
  });

  test('fold in lists, the newest on top, and every article is there', async () => {
    const { site } = await printedSite(files);
    const home = pageOf(site, '.');
    if (home.kind !== 'list') throw new Error('no list');
    expect(home.total).toBe(4);
    expect(home.rows.map(({ id }) => id)).toEqual(['d', 'c', 'b', 'a']);
    expect(home.copies).toMatchObject([{ row: 0, folded: [2, 3], count: 2, links: [{ id: 'b' }, { id: 'a' }] }]);
    expect(pageOf(site, 's/ma-tou-bao')).not.toHaveProperty('copies');
  });

  test('stand in the columns', async () => {
    const { site } = await printedSite(files);
    const { columns } = JSON.parse(readFileSync(join(site, 'data/edition.json'), 'utf8'));
    const bytes = new Uint8Array(readFileSync(join(site, 'data', columns)));
    expect([...decodeColumns(bytes.buffer).copies]).toEqual([1, 0, 3, 0]);
  });

  test('are told anew when a copy comes, as a build that knows nothing would', async () => {
    const { 'd.html': late, ...early } = files;
    const room = openPressRoom(early);
    await room.print();
    writeFiles(room.articles, { 'd.html': late });
    const warm = await room.print();
    expect(warm.printed).toEqual(expect.arrayContaining(['/a/a/', '/a/b/', '/a/c/', '/a/d/']));
    expect(warm.files).toEqual((await openPressRoom(files).print()).files);
  });
});
