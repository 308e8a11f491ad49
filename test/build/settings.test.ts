import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isInside, readSettings } from '../../src/build/settings.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

function project(): string {
  return writeFiles(temporaryFolder(), { 'articles/a.html': '<p>', 'package.json': '{}' });
}

describe('readSettings', () => {
  test('fills in everything for an empty environment', () => {
    const root = project();
    expect(readSettings({}, root)).toEqual({
      articlesDir: join(root, 'articles'),
      outDir: join(root, 'dist'),
      reportFile: join(root, 'report.json'),
      siteUrl: 'http://localhost:4173',
      siteUrlGiven: false,
      base: '/',
      strict: false,
    });
  });

  test.each([
    ['news', '/news/'],
    ['/news', '/news/'],
    ['/news/', '/news/'],
    ['//a//b', '/a/b/'],
    ['/', '/'],
    ['', '/'],
  ])('BASE_PATH %j is %j', (written, base) => {
    expect(readSettings({ BASE_PATH: written }, project()).base).toBe(base);
  });

  test('SITE_URL loses its slash, and its path becomes the base', () => {
    const settings = readSettings({ SITE_URL: 'https://news.example/paper/' }, project());
    expect(settings).toMatchObject({ siteUrl: 'https://news.example', siteUrlGiven: true, base: '/paper/' });
  });

  test.each(['1', 'true', 'yes'])('STRICT=%s is strict', (value) => {
    expect(readSettings({ STRICT: value }, project()).strict).toBe(true);
  });

  test.each(['0', '', 'false'])('STRICT=%j is not', (value) => {
    expect(readSettings({ STRICT: value }, project()).strict).toBe(false);
  });

  test.each([
    [{ ARTICLES_DIR: 'nowhere' }, /^ARTICLES_DIR: no such folder: .*nowhere$/],
    [{ ARTICLES_DIR: 'package.json' }, /^ARTICLES_DIR: not a folder/],
    [{ OUT_DIR: '.' }, /^OUT_DIR: holds the project/],
    [{ OUT_DIR: '..' }, /^OUT_DIR: holds the project/],
    [{ OUT_DIR: 'articles' }, /^OUT_DIR: holds ARTICLES_DIR/],
    [{ OUT_DIR: 'articles/out' }, /^OUT_DIR: lies inside ARTICLES_DIR/],
    [{ ARTICLES_DIR: 'package.json/articles' }, /^ARTICLES_DIR: no such folder/],
    [{ OUT_DIR: 'package.json' }, /^OUT_DIR: not a folder/],
    [{ OUT_DIR: 'package.json/a/b' }, /^OUT_DIR: lies below a file, .*package\.json: .*b$/],
    [{ REPORT_FILE: 'dist/report.json' }, /^REPORT_FILE: would be published/],
    [{ SITE_URL: 'news.example' }, /^SITE_URL: not an address/],
    [{ SITE_URL: 'ftp://news.example' }, /^SITE_URL: not an address/],
    [{ SITE_URL: 'https://news.example/?x=1' }, /^SITE_URL: has more/],
    [{ SITE_URL: 'https://news.example/a', BASE_PATH: '/b/' }, /^SITE_URL: its path/],
    [{ BASE_PATH: '../up' }, /^BASE_PATH: not a path/],
    [{ BASE_PATH: '/a b/' }, /^BASE_PATH: not a path/],
  ])('refuses %j', (env, message) => {
    expect(() => readSettings(env, project())).toThrow(message);
  });

  test.each(['me.jpg', '.git/config', 'package.json'])('refuses to delete a folder with %s', (name) => {
    const root = writeFiles(project(), { [`out/${name}`]: '' });
    expect(() => readSettings({ OUT_DIR: 'out' }, root)).toThrow(/holds other files/);
  });

  test('replaces an earlier output', () => {
    const root = writeFiles(project(), { 'dist/index.html': '' });
    expect(readSettings({}, root).outDir).toBe(join(root, 'dist'));
  });

  test('an output reached through a link is the folder behind it', () => {
    const root = project();
    mkdirSync(join(root, 'real'));
    symlinkSync('real', join(root, 'link'));
    expect(readSettings({ OUT_DIR: 'link' }, root).outDir).toBe(join(root, 'real'));
  });
});

describe('isInside', () => {
  test.each([
    ['/a/b', '/a', true],
    ['/a', '/a', true],
    ['/ab', '/a', false],
    ['/', '/a', false],
    ['/a/..b', '/a', true],
  ])('%s in %s: %s', (path, folder, expected) => {
    expect(isInside(path, folder)).toBe(expected);
  });
});
