import type { LanguageFn } from 'highlight.js';

type Grammar = () => Promise<{ readonly default: LanguageFn }>;

/** The languages code is coloured in, each a file of its own that is fetched with the first code in it. */
const grammars: readonly (readonly [name: string, otherNames: string, Grammar])[] = [
  ['bash', 'sh shell zsh shellscript', () => import('highlight.js/lib/languages/bash')],
  ['c', 'h', () => import('highlight.js/lib/languages/c')],
  ['cpp', 'c++ cc cxx hpp arduino', () => import('highlight.js/lib/languages/cpp')],
  ['csharp', 'c# cs', () => import('highlight.js/lib/languages/csharp')],
  ['css', '', () => import('highlight.js/lib/languages/css')],
  ['diff', 'patch', () => import('highlight.js/lib/languages/diff')],
  ['dockerfile', 'docker', () => import('highlight.js/lib/languages/dockerfile')],
  ['go', 'golang', () => import('highlight.js/lib/languages/go')],
  ['ini', 'toml conf properties', () => import('highlight.js/lib/languages/ini')],
  ['java', 'jsp', () => import('highlight.js/lib/languages/java')],
  ['javascript', 'js jsx mjs cjs node', () => import('highlight.js/lib/languages/javascript')],
  ['json', 'jsonc json5', () => import('highlight.js/lib/languages/json')],
  ['kotlin', 'kt kts', () => import('highlight.js/lib/languages/kotlin')],
  ['lua', '', () => import('highlight.js/lib/languages/lua')],
  ['makefile', 'make mk', () => import('highlight.js/lib/languages/makefile')],
  ['markdown', 'md', () => import('highlight.js/lib/languages/markdown')],
  ['nginx', 'nginxconf', () => import('highlight.js/lib/languages/nginx')],
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
  ['xml', 'html xhtml svg vue rss', () => import('highlight.js/lib/languages/xml')],
  ['yaml', 'yml', () => import('highlight.js/lib/languages/yaml')],
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
