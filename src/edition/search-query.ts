import { foldForSearch } from './search-fold.ts';
import { gramsOf } from './search-grams.ts';

/** What somebody typed, understood. Everything is folded. */
export interface SearchQuery {
  /** Each stands in the text, wherever. */
  readonly words: readonly string[];
  /** None stands in it. */
  readonly without: readonly string[];
  /** Parts of the source's name, one of which it must hold; none: whatever the source. */
  readonly sources: readonly string[];
  readonly withoutSources: readonly string[];
  /** In the same way, of the name of the category or one above it. */
  readonly categories: readonly string[];
  readonly withoutCategories: readonly string[];
}

/** More words than anyone types; an address may hold any number. */
const MOST_WORDS = 16;
const MOST_LETTERS = 200;

/** Opening quotes, and what closes each; folded. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['”', '”'],
  ['„', '”'],
  ['「', '」'],
  ['『', '』'],
]);

type Field = 'words' | 'sources' | 'categories';

/** Operators, folded. */
const OPERATORS: ReadonlyMap<string, Field> = new Map([
  ['来源', 'sources'],
  ['source', 'sources'],
  ['分类', 'categories'],
  ['category', 'categories'],
]);

interface Token {
  readonly field: Field;
  readonly isNegative: boolean;
  readonly text: string;
}

/** Reads tokens front to back; whatever is never closed reaches to the end. */
class Reader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  private get next(): string {
    return this.text.charAt(this.at);
  }

  private skipBlanks(): void {
    while (/\s/.test(this.next)) this.at += 1;
  }

  /** A phrase in quotes. */
  private quoted(closing: string): string {
    const end = this.text.indexOf(closing, this.at + 1);
    const phrase = this.text.slice(this.at + 1, end === -1 ? undefined : end);
    this.at = end === -1 ? this.text.length : end + 1;
    return phrase;
  }

  /** A phrase in quotes, or everything up to a blank, or to an opening quote. */
  private value(): string {
    const closing = QUOTES.get(this.next);
    if (closing !== undefined) return this.quoted(closing);
    const start = this.at;
    while (this.next !== '' && !/\s/.test(this.next) && !QUOTES.has(this.next)) this.at += 1;
    return this.text.slice(start, this.at);
  }

  private operator(): Field {
    for (const [name, field] of OPERATORS) {
      if (!this.text.startsWith(`${name}:`, this.at)) continue;
      this.at += name.length + 1;
      this.skipBlanks();
      return field;
    }
    return 'words';
  }

  token(): Token | null {
    this.skipBlanks();
    if (this.next === '') return null;
    const isNegative = this.next === '-';
    while (this.next === '-') this.at += 1;
    const field = this.operator();
    return { field, isNegative, text: this.value().replace(/\s+/g, ' ').trim() };
  }
}

/** Nothing anybody sees or types: what comes along when words are copied. Joiners stay, letters and signs are made with them. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\p{Cc}]/gu;

/** Marks alone are no words: whoever types 《 or ( is about to type more. */
function saysSomething({ field, text }: Token): boolean {
  return field === 'words' ? gramsOf(text).length > 0 : text !== '';
}

function tokensOf(text: string): readonly Token[] {
  const plain = text.normalize('NFC').replace(/\s/g, ' ').replace(UNSEEN, '');
  const reader = new Reader(foldForSearch(plain.slice(0, MOST_LETTERS)));
  const tokens: Token[] = [];
  for (let token = reader.token(); token !== null; token = reader.token()) if (saysSomething(token)) tokens.push(token);
  return tokens.slice(0, MOST_WORDS);
}

/** Reads what somebody typed: words, `"phrases"`, `-word`, `来源:…` or `source:…`, `分类:…` or `category:…`. Never fails. */
export function readSearchQuery(text: string): SearchQuery {
  const tokens = tokensOf(text);
  const pick = (field: Field, isNegative: boolean) => [
    ...new Set(
      tokens.filter((token) => token.field === field && token.isNegative === isNegative).map((token) => token.text),
    ),
  ];
  return {
    words: pick('words', false),
    without: pick('words', true),
    sources: pick('sources', false),
    withoutSources: pick('sources', true),
    categories: pick('categories', false),
    withoutCategories: pick('categories', true),
  };
}

/** Whether there is anything to look for. */
export function isEmptyQuery(query: SearchQuery): boolean {
  return Object.values(query).every((parts) => parts.length === 0);
}
