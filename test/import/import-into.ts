import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ArticleText, readArticle } from '../../src/article/read-article.ts';
import { openHttpClient } from '../../src/import/http-client.ts';
import { type ImportOptions, importSources } from '../../src/import/import-sources.ts';
import { openParser, type Parser } from '../../src/import/parser.ts';
import { reportLine } from '../../src/import/report-line.ts';
import type { Tally } from '../../src/import/tally.ts';

export interface Imported {
  readonly tally: Tally;
  readonly pictures: number;
  /** What was said, a line a problem. */
  readonly lines: readonly string[];
}

type Options = Partial<Omit<ImportOptions, 'sources' | 'folder'>> & {
  readonly parser?: Parser;
  readonly client?: ReturnType<typeof openHttpClient>;
};

/** A client that asks this machine, and waits for nobody. */
export const localClient = (options: Partial<Parameters<typeof openHttpClient>[0]> = {}) =>
  openHttpClient({ allowPrivate: () => true, userAgent: 'Broadsheet test', pause: 0, ...options });

/** Imports sources into a folder, as the program does. */
export async function importInto(folder: string, sources: readonly string[], given: Options = {}): Promise<Imported> {
  const { parser = openParser(), client = localClient(), ...options } = given;
  const lines: string[] = [];
  try {
    const outcome = await importSources(
      { from: '/', categories: [], pictures: false, force: false, ...options, sources, folder },
      { client, parser, say: (problem) => lines.push(reportLine(problem)) },
    );
    return { ...outcome, lines };
  } finally {
    if (given.parser === undefined) await parser.close();
  }
}

export interface ImportedArticle extends ArticleText {
  readonly file: string;
  readonly text: string;
}

/** The articles in a folder as the build reads them, in the order of their titles. */
export function articlesIn(folder: string): readonly ImportedArticle[] {
  const files = filesIn(folder).filter((file) => file.endsWith('.html'));
  const articles = files.map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return { ...readArticle(text, { file, timeZone: 'Asia/Shanghai' }), file, text };
  });
  return articles.toSorted((one, other) => (one.meta.title < other.meta.title ? -1 : 1));
}

/** All files below a folder, dotfiles too. */
export function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
}

/** Every file with its content. */
export function bytesIn(folder: string): ReadonlyMap<string, string> {
  return new Map(filesIn(folder).map((file) => [file, readFileSync(join(folder, file), 'latin1')]));
}
