import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { basename, join } from 'node:path';
import { text } from './malformed-file.ts';

/** What stands in a folder beside ordinary files, and what must be said of it. */
export interface OddEntry {
  /** As the report calls it. */
  readonly file: string;
  /** Part of the reason it is left out for; null where it is published as `Odd` without a word. */
  readonly says: string | null;
  /** @param path where it is to be; @throws where this file system has no such thing, and then there is no such case. */
  readonly make: (path: string) => void;
}

const article = text('title: Odd');
const write = (path: string): void => writeFileSync(path, article, { flag: 'wx' });
const isRoot = process.getuid?.() === 0;

function unlessRoot(then: (path: string) => void): (path: string) => void {
  return (path) => {
    if (isRoot) throw new Error('root may read everything');
    then(path);
  };
}

const oddEntries: readonly OddEntry[] = [
  { file: 'odd/Case.html', says: null, make: write },
  { file: 'odd/case.html', says: null, make: write },
  { file: 'odd/\u00e9.html', says: null, make: write },
  { file: 'odd/e\u0301.html', says: null, make: write },
  { file: 'odd/back\\slash.html', says: null, make: write },
  { file: 'odd/new\nline.html', says: null, make: write },
  { file: 'odd/bell\u0007.html', says: null, make: write },
  { file: 'odd/turned\u202elmth.html', says: null, make: write },
  { file: 'odd/quote".html', says: null, make: write },
  { file: 'odd/<b>.html', says: null, make: write },
  { file: 'odd/colon:.html', says: null, make: write },
  { file: 'odd/con.html', says: null, make: write },
  { file: 'odd/folder.html', says: 'is a folder', make: (path) => mkdirSync(path) },
  { file: 'odd/nowhere.html', says: 'is a link to nothing', make: (path) => symlinkSync('gone', path) },
  { file: 'odd/itself.html', says: 'is a link', make: (path) => symlinkSync('itself.html', path) },
  { file: 'odd/outside.html', says: 'is a link out of', make: (path) => symlinkSync('/etc/hostname', path) },
  { file: 'odd/up.html', says: 'is a link back', make: (path) => symlinkSync('..', path) },
  { file: 'odd/device.html', says: 'is a link out of', make: (path) => symlinkSync('/dev/zero', path) },
  { file: 'odd/pipe.html', says: 'is no ordinary file', make: makePipe },
  {
    file: 'odd/unreadable.html',
    says: 'cannot be read',
    make: unlessRoot((path) => {
      write(path);
      chmodSync(path, 0);
    }),
  },
  { file: 'odd/closed', says: 'is a folder that cannot be listed', make: unlessRoot((path) => mkdirSync(path, 0)) },
];

/** Makes what this system can; a name that another one has taken (case, composition) is no case here. */
export function makeOddEntries(folder: string): readonly OddEntry[] {
  mkdirSync(folder);
  return oddEntries.filter(({ file, make }) => {
    const path = join(folder, basename(file));
    if (existsSync(path)) return false;
    try {
      make(path);
      return true;
    } catch {
      return false;
    }
  });
}

function makePipe(path: string): void {
  const { status, error } = spawnSync('mkfifo', [path]);
  if (status !== 0) throw error ?? new Error('no pipes here');
}

/** A socket called like an article, for as long as its server runs; null where there are none. */
export function openSocket(folder: string): Promise<Server | null> {
  const server = createServer();
  return new Promise((done) => {
    server.once('error', () => done(null));
    server.listen(join(folder, 's.html'), () => done(server));
  });
}
