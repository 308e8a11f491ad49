import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Which rooms of `src` a room may import from, besides itself. `site` is the owner's settings, open to all. */
const floors: Readonly<Record<string, readonly string[]>> = {
  article: [],
  edition: ['article'],
  i18n: ['article', 'edition'],
  build: ['article', 'edition'],
  import: ['article', 'edition', 'build'],
  library: ['article', 'edition'],
  offline: ['article', 'edition', 'library'],
  ui: ['article', 'edition', 'library', 'offline', 'i18n'],
  main: ['library', 'ui', 'app'],
  worker: ['offline'],
  app: ['article', 'edition', 'library', 'i18n', 'ui', 'routes'],
  print: ['article', 'edition', 'i18n', 'ui', 'routes'],
  routes: ['article', 'edition', 'library', 'i18n', 'ui'],
  site: [],
};

/** Packages that only one room, or one file, may import. */
const keepers: readonly { readonly name: RegExp; readonly allowed: RegExp }[] = [
  { name: /^node:/, allowed: /^(?:build|import)\// },
  {
    name: /^(?:react|react-dom|react-router|@tanstack\/react-virtual)(?:\/|$)/,
    allowed: /^(?:ui\/|app\.tsx|print\.tsx|routes\.tsx)/,
  },
  { name: /^dompurify$/, allowed: /^library\/purify\.ts$/ },
  { name: /^(?:workbox-[a-z]+|idb)(?:\/|$)/, allowed: /^offline\// },
  { name: /^yaml$/, allowed: /^(?:article\/parse-yaml|import\/article-text)\.ts$/ },
  { name: /^(?:@mozilla\/readability|jsdom)$/, allowed: /^import\// },
  { name: /^(?:pinyin-pro|sirv|image-size)(?:\/|$)/, allowed: /^build\// },
  { name: /^vite(?:\/|$)/, allowed: /^(?:build\/|import\/import\.js$)/ },
  // A megabyte: where it reaches the browser it is a script of its own.
  { name: /^opencc-js(?:\/|$)/, allowed: /^(?:build\/|library\/(?:convert-to-\w+\.ts|opencc-parts\.d\.ts)$)/ },
];

const source = resolve(import.meta.dirname, '../src');

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(?:ts|tsx|js)$/.test(file));

const importPattern = /(?:\bfrom\s+|\bimport\s*\(?\s*)['"]([^'"\n]+)['"]/g;

function importsOf(file: string): string[] {
  return [...readFileSync(join(source, file), 'utf8').matchAll(importPattern)].map((match) => match[1] ?? '');
}

const roomOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.\w+$/, ''));

describe('floors', () => {
  test('every room is known', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in floors))).toEqual([]);
  });

  test.each(files)('%s imports only from rooms below', (file) => {
    const room = roomOf(file);
    const targets = importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => roomOf(relative(source, resolve(source, dirname(file), name)).replaceAll('\\', '/')));
    const wrong = targets.filter((target) => target !== room && target !== 'site' && !floors[room]?.includes(target));
    expect(wrong).toEqual([]);
  });

  test.each(files)('%s leaves guarded packages to their keepers', (file) => {
    const wrong = importsOf(file).filter((name) =>
      keepers.some((keeper) => keeper.name.test(name) && !keeper.allowed.test(file)),
    );
    expect(wrong).toEqual([]);
  });
});
