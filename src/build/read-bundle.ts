import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Rolldown, ViteBuilder } from 'vite';
import { withBase } from '../edition/addresses.ts';
import { beforePaintScript } from '../edition/before-paint.ts';
import { type ShellFiles, WORKER_FILE } from '../edition/shell-files.ts';
import { contentHash } from './media.ts';
import type { PressJob } from './press-job.ts';
import type { Settings } from './settings.ts';
import { sourceHash } from './source-hash.ts';

type BuildResult = Awaited<ReturnType<ViteBuilder['build']>>;
/** The app's part of a press job. */
export interface Bundle extends Pick<PressJob, 'modulePreloads'> {
  readonly frame: Omit<PressJob['frame'], 'siteUrl'>;
  /** What the service worker keeps from the beginning. */
  readonly shell: ShellFiles;
  /** What was written and stays, below the site's folder; the owner's public files are not among it. */
  readonly files: readonly string[];
}
type Files = Rolldown.RolldownOutput['output'];

/** What the entry imports one after another on every page. */
const APP_MODULES = ['/src/ui/renderer.ts', '/src/app.tsx'];

/**
 * What the pages need to know of the compiled app. Its stylesheet and its HTML leave the site again: the one is inlined, the
 * other replaced by printed pages.
 * @param folder where the app was written
 */
export function readBundle(result: BuildResult, folder: string, settings: Settings): Bundle {
  const files = filesOf(result);
  const entry = files.find((file) => file.type === 'chunk' && file.isEntry);
  if (entry?.type !== 'chunk') throw new Error('the app has no entry: is the script missing in index.html?');
  const css = takeCss(files, folder);
  const stays = files.map(({ fileName }) => fileName).filter((name) => !/\.(?:css|html)$/.test(name));
  rmSync(join(folder, 'index.html'), { force: true });
  const { base } = settings;
  const address = (name: string) => withBase(base, `/${name}`);
  const preloads = (names: readonly string[]) =>
    [...new Set(names)].filter((name) => name !== entry.fileName).map(address);
  const always = preloads([...importsOf(files, entry), ...APP_MODULES.flatMap((module) => chunksOf(files, module))]);
  const cssHash = sourceHash(css);
  const shell = shellOf(files);
  return {
    shell: { files: shell, version: contentHash([cssHash, ...shell].join('\n')) },
    frame: {
      base,
      css,
      cssHash,
      scriptHash: sourceHash(beforePaintScript),
      script: address(entry.fileName),
    },
    files: [...stays, WORKER_FILE],
    modulePreloads: {
      ...{ list: always, article: always, marks: always, about: always },
      ...{ 'not-found': always, offline: always },
    },
  };
}

/** What Vite has written of one compilation. */
export function filesOf(result: BuildResult): Files {
  const output = Array.isArray(result) ? result[0] : result;
  if (output === undefined || !('output' in output)) throw new Error('Vite gave no output of the app');
  return output.output;
}

function takeCss(files: Files, folder: string): string {
  const sheets = files.filter((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
  for (const { fileName } of sheets) rmSync(join(folder, fileName));
  return sheets.map((file) => (file.type === 'asset' ? Buffer.from(file.source).toString() : '')).join('');
}

/** Larger ones are dictionaries: they are kept when somebody has used them. */
const MOST_OF_A_SCRIPT = 250_000;

/** The grammars of code: modules of a package that are imported by themselves, and our file of the small ones. */
const GRAMMARS = /\/node_modules\/highlight\.js\/|\/small-grammars\.ts$/;

/**
 * The scripts, whenever they are fetched: without a network the settings open too. But for the grammars of code, of which an
 * article needs one or two: they are kept when somebody has met them.
 */
function shellOf(files: Files): readonly string[] {
  const chunks = files.filter(
    (file) =>
      file.type === 'chunk' &&
      !GRAMMARS.test(file.facadeModuleId ?? '') &&
      Buffer.byteLength(file.code) <= MOST_OF_A_SCRIPT,
  );
  return chunks.map(({ fileName }) => fileName).toSorted();
}

/** The chunk of a module that is imported on demand, and what it imports. */
function chunksOf(files: Files, module: string): readonly string[] {
  const chunk = files.find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(module));
  if (chunk?.type !== 'chunk') throw new Error(`the app has no ${module}`);
  return [chunk.fileName, ...importsOf(files, chunk)];
}

/** Files of the chunks a chunk imports, and of those they import. */
function importsOf(files: Files, chunk: Rolldown.OutputChunk): readonly string[] {
  const found = new Set<string>();
  const follow = (names: readonly string[]) => {
    for (const name of names) {
      const next = files.find((file) => file.fileName === name);
      if (found.has(name) || next?.type !== 'chunk') continue;
      found.add(name);
      follow(next.imports);
    }
  };
  follow(chunk.imports);
  return [...found];
}
