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
