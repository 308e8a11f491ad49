import type { LanguageFn } from 'highlight.js';

type Grammar = () => Promise<{ readonly default: LanguageFn }>;

/** One of the small ones, which share a file. */
const small =
  (name: keyof typeof import('./small-grammars.ts')): Grammar =>
  async () => ({ default: (await import('./small-grammars.ts'))[name] });

/** The languages code is coloured in; the larger ones are each a file of its own, fetched with the first code in it. */
const grammars: readonly (readonly [name: string, otherNames: string, Grammar])[] = [
  ['bash', 'sh shell zsh shellscript', small('bash')],
  ['c', 'h', () => import('highlight.js/lib/languages/c')],
  ['cpp', 'c++ cc cxx hpp arduino', () => import('highlight.js/lib/languages/cpp')],
  ['csharp', 'c# cs', () => import('highlight.js/lib/languages/csharp')],
  ['css', '', () => import('highlight.js/lib/languages/css')],
  ['diff', 'patch', small('diff')],
  ['dockerfile', 'docker', small('dockerfile')],
  ['go', 'golang', small('go')],
  ['ini', 'toml conf properties', small('ini')],
  ['java', 'jsp', () => import('highlight.js/lib/languages/java')],
  ['javascript', 'js jsx mjs cjs node', () => import('highlight.js/lib/languages/javascript')],
  ['json', 'jsonc json5', small('json')],
  ['kotlin', 'kt kts', () => import('highlight.js/lib/languages/kotlin')],
  ['lua', '', small('lua')],
  ['makefile', 'make mk', small('makefile')],
  ['markdown', 'md', small('markdown')],
  ['nginx', 'nginxconf', small('nginx')],
  ['objectivec', 'objc obj-c objective-c', () => import('highlight.js/lib/languages/objectivec')],
  ['perl', 'pl', () => import('highlight.js/lib/languages/perl')],
  ['php', 'php5 php7', () => import('highlight.js/lib/languages/php')],
  ['powershell', 'ps1 pwsh', () => import('highlight.js/lib/languages/powershell')],
  ['python', 'py python3', () => import('highlight.js/lib/languages/python')],
  ['ruby', 'rb', () => import('highlight.js/lib/languages/ruby')],
  ['rust', 'rs', () => import('highlight.js/lib/languages/rust')],
  ['scala', '', () => import('highlight.js/lib/languages/scala')],
  ['scss', 'sass less', () => import('highlight.js/lib/languages/scss')],
  ['sql', 'mysql postgresql pgsql plsql sqlite', () => import('highlight.js/lib/languages/sql')],
  ['swift', '', () => import('highlight.js/lib/languages/swift')],
  ['typescript', 'ts tsx mts cts', () => import('highlight.js/lib/languages/typescript')],
  ['xml', 'html xhtml svg vue rss', small('xml')],
  ['yaml', 'yml', small('yaml')],
];

export interface CodeLanguage {
  readonly name: string;
  readonly load: Grammar;
}

const byName = new Map(
  grammars.flatMap(([name, others, load]): (readonly [string, CodeLanguage])[] =>
    [name, ...others.split(' ')].map((called) => [called, { name, load }]),
  ),
);
byName.delete('');

/** A language by any of its names; null where it isn't among those that are coloured. */
export function codeLanguage(name: string): CodeLanguage | null {
  return byName.get(name.toLowerCase()) ?? null;
}
