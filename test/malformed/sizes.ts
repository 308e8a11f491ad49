import { leftOut, type MalformedFile, published, TAIL, text } from './malformed-file.ts';

const MEGABYTE = 1024 * 1024;
const PARAGRAPH = '<p>雾从海上来，先盖住灯塔，再盖住码头，最后连自己脚下的石头也看不见了。</p>\n';

const paragraphs = (size: number): string => PARAGRAPH.repeat(Math.ceil(size / Buffer.byteLength(PARAGRAPH)));
const head = (title: string): string => `---\ntitle: ${title}\ndate: 2023-05-06\n---\n<p>${TAIL}</p>\n`;

export const sizes: readonly MalformedFile[] = [
  { file: 'sizes/empty.html', content: '', outcome: leftOut('is empty') },
  { file: 'sizes/white-space.md', content: ' \n\t\n\u3000\n\r\n', outcome: leftOut('is empty') },
  { file: 'sizes/only-a-mark.txt', content: '\ufeff', outcome: leftOut('is empty') },
  {
    file: 'sizes/one-byte.html',
    content: 'a',
    outcome: published('a', { shows: 'a', says: 'no front matter', line: 1 }),
  },
  {
    file: 'sizes/one-less-than.html',
    content: '<',
    outcome: published('<', { shows: '<', says: 'no front matter', line: 1 }),
  },
  {
    file: 'sizes/only-dashes.html',
    content: '---',
    outcome: published('---', { shows: '---', says: 'no front matter', line: 1 }),
  },
  {
    file: 'sizes/two-lines-of-dashes.md',
    content: '---\n---\n',
    outcome: published('two-lines-of-dashes', { shows: 'two-lines', says: 'has no text', line: 1 }),
  },
  {
    file: 'sizes/only-front-matter.html',
    content: '---\ntitle: Head only\ndate: 2023-05-06\n---',
    outcome: published('Head only', { shows: 'Head only', says: 'has no text', line: 1 }),
  },
  {
    file: 'sizes/dashes-without-end.md',
    content: '-'.repeat(300_000),
    outcome: published('dashes-without-end', { shows: 'dashes', says: 'no front matter', line: 1 }),
  },
  {
    file: 'sizes/at-the-cap-and-one-more.html',
    content: () => exactly(2 * MEGABYTE + 1),
    outcome: published('Long', { says: '2097153 bytes' }),
  },
  {
    file: 'sizes/five-megabytes.html',
    content: () => head('Longer') + paragraphs(5 * MEGABYTE),
    outcome: published('Longer', { says: 'only the first 2097152' }),
  },
  {
    file: 'sizes/one-line-of-five-megabytes.html',
    content: () => `${head('One line')}<p>${'雾'.repeat((5 * MEGABYTE) / 3)}</p>`,
    outcome: published('One line', { says: 'only the first 2097152' }),
  },
  {
    file: 'sizes/fifty-megabytes.md',
    content: () => Buffer.concat([Buffer.from(head('Longest')), Buffer.alloc(50 * MEGABYTE, 'Fog and rain. ')]),
    outcome: published('Longest', { says: 'only the first 2097152' }),
  },
  {
    file: 'sizes/a-hundred-megabytes.html',
    content: () => Buffer.concat([Buffer.from(head('Beyond')), Buffer.alloc(100 * MEGABYTE, '<p>Fog.</p>\n')]),
    outcome: published('Beyond', { says: 'only the first 2097152' }),
  },
  {
    file: 'sizes/a-picture-of-a-megabyte-inside.html',
    content: () => text('title: Picture inside', `<img src="data:image/png;base64,${'A'.repeat(MEGABYTE)}">`),
    outcome: published('Picture inside'),
  },
  {
    file: 'sizes/front-matter-of-a-megabyte.html',
    content: () => `---\ntitle: Wordy\ndate: 2023-05-06\nnotes: ${'fog '.repeat(MEGABYTE / 4)}\n---\n<p>${TAIL}</p>`,
    outcome: published('Wordy', { says: 'longer than 16384', line: 2 }),
  },
];

/** An article of so many bytes. */
function exactly(size: number): string {
  const start = head('Long');
  return start + '<p>Fog.</p>\n'.repeat(size).slice(0, size - Buffer.byteLength(start));
}
