import { existsSync, mkdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../build/user-error.ts';
import { openHttpClient } from './http-client.ts';
import { type ImportOptions, importSources } from './import-sources.ts';
import { openParser } from './parser.ts';
import { reportLine } from './report-line.ts';
import { summaryOf } from './tally.ts';

const USAGE = `npm run import -- <source>... [options]

Turns feeds and saved pages into article files.

A source is the address of a feed (RSS, Atom, JSON Feed), of a page that names one, or of a list of feeds (OPML);
a file that holds one; a saved page (.html); or a folder of such files.

  --out <folder>        where the articles go            (ARTICLES_DIR, or articles)
  --category <a/b>      category levels above the feed's own
  --pictures            fetch the pictures too, and put them beside the articles
  --force               overwrite articles changed by hand, bring back those deleted, ask servers that asked to be left alone
  --allow-private       let addresses lead to this machine and the local network
  --help

Nothing is imported twice; what has changed is updated in place. Exit codes: 0 done, 1 nothing could be read
(or STRICT=1 and there were problems), 2 not understood.`;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The program behind `npm run import`.
 * @param args what follows its name
 * @param root the project's folder
 * @returns the exit code
 */
export async function runImport(args: readonly string[], env: Environment, root: string): Promise<number> {
  const start = performance.now();
  try {
    const options = readOptions(args, env, root);
    if (options === null) return say(USAGE, 0);
    makeFolder(options.folder);
    const parser = openParser();
    const client = openHttpClient({ allowPrivate: () => options.allowPrivate, userAgent: userAgent(env) });
    try {
      const { tally, pictures } = await importSources(options, {
        client,
        parser,
        say: (problem) => say(reportLine(problem)),
      });
      say(summaryOf(tally, pictures, performance.now() - start, relative(options.from, options.folder) || '.'));
      const isStrict = /^(?:1|true|yes|on)$/i.test(env.STRICT ?? '');
      const isVain = tally.failed > 0 && tally.failed >= tally.sources;
      return isVain || (isStrict && tally.errors + tally.warnings > 0) ? 1 : 0;
    } finally {
      await parser.close();
    }
  } catch (error) {
    if (error instanceof UsageError) return complain(`${error.message}\n\n${USAGE}`, 2);
    if (error instanceof UserError) return complain(`error: ${error.message}`, 1);
    throw error;
  }
}

class UsageError extends Error {
  override readonly name = 'UsageError';
}

const OPTIONS = {
  out: { type: 'string' },
  category: { type: 'string' },
  pictures: { type: 'boolean' },
  force: { type: 'boolean' },
  'allow-private': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

interface RunOptions extends ImportOptions {
  readonly allowPrivate: boolean;
}

/** Null where help is asked for. @throws UsageError */
function readOptions(args: readonly string[], env: Environment, root: string): RunOptions | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  if (positionals.length === 0) throw new UsageError('error: no source is named');
  // npm runs programs in the project's folder, wherever it was called.
  const from = env.INIT_CWD?.trim() || process.cwd();
  const folder = values.out?.trim() ? resolve(from, values.out) : resolve(root, env.ARTICLES_DIR?.trim() || 'articles');
  const categories = (values.category ?? '').split('/').map((level) => level.trim());
  return {
    sources: positionals,
    from,
    folder,
    categories: categories.filter((level) => level !== ''),
    pictures: values.pictures ?? false,
    force: values.force ?? false,
    allowPrivate: values['allow-private'] ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`error: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    if (existsSync(folder)) throw new UserError(`--out: not a folder: ${folder}`);
    throw new UserError(`--out: cannot be made: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Hosts like to know whom to write to. */
function userAgent({ SITE_URL }: Environment): string {
  const site = SITE_URL?.trim() ?? '';
  return `Broadsheet/0.1 (feed importer${URL.canParse(site) ? `; +${new URL(site).href}` : ''})`;
}

function say(text: string, code = 0): number {
  process.stdout.write(`${text}\n`);
  return code;
}

function complain(text: string, code: number): number {
  process.stderr.write(`${text}\n`);
  return code;
}
