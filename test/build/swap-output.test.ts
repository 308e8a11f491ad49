import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openWorkshop } from '../../src/build/swap-output.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

describe('openWorkshop', () => {
  test('publishing replaces the whole output', () => {
    const root = writeFiles(temporaryFolder(), { 'dist/old.html': 'old' });
    const workshop = openWorkshop(join(root, 'dist'), temporaryFolder());
    writeFileSync(join(workshop.site, 'index.html'), 'new');
    workshop.publish();
    workshop.close();
    expect(readdirSync(root)).toEqual(['dist']);
    expect(readdirSync(join(root, 'dist'))).toEqual(['index.html']);
  });

  test('closing without publishing leaves the old output and nothing else', () => {
    const root = writeFiles(temporaryFolder(), { 'dist/old.html': 'old' });
    const project = temporaryFolder();
    const workshop = openWorkshop(join(root, 'dist'), project);
    writeFileSync(join(workshop.site, 'index.html'), 'half');
    expect(readFileSync(join(root, 'dist', 'old.html'), 'utf8')).toBe('old');
    workshop.close();
    workshop.close();
    expect(readdirSync(root)).toEqual(['dist']);
    expect(readdirSync(join(project, 'node_modules'))).toEqual([]);
  });

  test('a failing swap puts the old output back', () => {
    const root = writeFiles(temporaryFolder(), { 'dist/old.html': 'old' });
    const workshop = openWorkshop(join(root, 'dist'), temporaryFolder());
    workshop.close();
    expect(() => workshop.publish()).toThrow();
    expect(existsSync(join(root, 'dist', 'old.html'))).toBe(true);
  });

  test('removes what a killed build left, and nothing else', () => {
    // No process has this number: it is beyond what systems hand out.
    const files = {
      '.edition-99999999-abcdef/site/a': '',
      '.edition-1-abcdef/a': '',
      '.edition-mine/a': '',
      'dist/a': '',
    };
    const root = writeFiles(temporaryFolder(), files);
    openWorkshop(join(root, 'dist'), temporaryFolder()).close();
    expect(readdirSync(root).toSorted()).toEqual(['.edition-1-abcdef', '.edition-mine', 'dist']);
  });

  test('puts back an output that a killed build had just taken away', () => {
    const root = writeFiles(temporaryFolder(), { '.edition-99999999-abcdef/old/dist/a.html': 'old' });
    openWorkshop(join(root, 'dist'), temporaryFolder()).close();
    expect(readFileSync(join(root, 'dist', 'a.html'), 'utf8')).toBe('old');
    expect(readdirSync(root)).toEqual(['dist']);
  });

  test('makes the way to a deep output', () => {
    const root = temporaryFolder();
    const workshop = openWorkshop(join(root, 'a', 'b', 'dist'), temporaryFolder());
    workshop.publish();
    workshop.close();
    expect(readdirSync(join(root, 'a', 'b'))).toEqual(['dist']);
  });

  test('names OUT_DIR where it cannot write', () => {
    const root = writeFiles(temporaryFolder(), { file: '' });
    expect(() => openWorkshop(join(root, 'file', 'dist'), root)).toThrow(/^cannot write in /);
  });
});
