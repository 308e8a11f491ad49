import type { ElementContent, RootContent } from 'hast';
import { createLowlight } from 'lowlight';
import { type CodeLanguage, codeLanguage } from './code-languages.ts';

/** What a part of code is, as the style sheet of code has colours for. */
export type TokenKind = 'comment' | 'keyword' | 'string' | 'number' | 'title' | 'type' | 'deletion' | 'addition';

/** A part of code: offsets in UTF-16 units. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** The library's names for parts, by what they are here. Parts of no name of ours keep the colour of what they are in. */
const names: Readonly<Record<TokenKind, string>> = {
  comment: 'comment quote doctag',
  keyword: 'keyword name selector-tag section',
  string: 'string regexp symbol char link code',
  number: 'number literal bullet',
  title: 'title',
  type: 'type built_in attr attribute property selector-class selector-id selector-attr selector-pseudo meta',
  deletion: 'deletion',
  addition: 'addition',
};

const kinds = new Map(
  Object.entries(names).flatMap(([kind, all]) => all.split(' ').map((name) => [name, kind as TokenKind])),
);

/** What stands in a string or a heading but is code again. */
const PLAIN = new Set(['subst', 'params', 'function', 'tag', 'punctuation', 'operator', 'variable']);

const lowlight = createLowlight();

/** Languages that hold others. */
const within = new Map([
  ['xml', ['javascript', 'css']],
  ['php', ['xml']],
  ['markdown', ['xml']],
]);

/** Fetches what knows a language. */
export async function learnLanguage({ name, load }: CodeLanguage): Promise<void> {
  if (lowlight.registered(name)) return;
  const others = (within.get(name) ?? []).flatMap((other) => codeLanguage(other) ?? []);
  const [{ default: grammar }] = await Promise.all([load(), ...others.map(learnLanguage)]);
  lowlight.register(name, grammar);
}

function scopeOf(node: RootContent | ElementContent): string | null {
  if (node.type !== 'element' || !Array.isArray(node.properties.className)) return null;
  return String(node.properties.className[0]).replace(/^hljs-/, '');
}

/** The leaves of the library's tree that have a kind, from its nearest part that has one. */
function collect(
  nodes: readonly (RootContent | ElementContent)[],
  outer: TokenKind | null,
  from: number,
  to: Token[],
): number {
  let at = from;
  for (const node of nodes) {
    if (node.type === 'text') {
      const end = at + node.value.length;
      if (outer !== null && node.value.trim() !== '') to.push({ kind: outer, start: at, end });
      at = end;
    } else if (node.type === 'element') {
      const scope = scopeOf(node);
      const kind = scope === null ? outer : PLAIN.has(scope) ? null : (kinds.get(scope) ?? outer);
      at = collect(node.children, kind, at, to);
    }
  }
  return at;
}

/** The parts of code in a language that was learnt, in order and without overlap. */
export function codeTokens(code: string, language: CodeLanguage): readonly Token[] {
  const tokens: Token[] = [];
  collect(lowlight.highlight(language.name, code).children, null, 0, tokens);
  return tokens;
}
