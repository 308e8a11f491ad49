/** One entry's own piece of a feed. */
export interface CutEntry {
  readonly text: string;
  /** One-based line in the feed. */
  readonly line: number;
  /** The feed ends in the middle of it. */
  readonly isCutOff: boolean;
}

export interface CutFeed {
  /** All before the first entry: with it before them, entries are feeds of their own. */
  readonly head: string;
  /** The feed without its entries. */
  readonly shell: string;
  readonly entries: readonly CutEntry[];
}

type Mark = 'section' | 'section-end' | 'comment' | 'comment-end' | 'open' | 'close';

interface Token {
  readonly mark: Mark;
  readonly start: number;
  readonly end: number;
}

const TOKENS =
  /<!\[CDATA\[|\]\]>|<!--|-->|<(?:[\w.-]{1,40}:)?(?:item|entry)(?=[\s>/])|<\/(?:[\w.-]{1,40}:)?(?:item|entry)\s{0,20}>/gi;
const ROOT_END = /<\/(?:[\w.-]{1,40}:)?(?:channel|rss|feed|rdf)\s{0,20}>/i;
const SECTIONS: Readonly<Record<string, Mark>> = {
  '<![CDATA[': 'section',
  ']]>': 'section-end',
  '<!--': 'comment',
  '-->': 'comment-end',
};

/**
 * Finds the entries of an RSS or Atom feed by their tags alone, in linear time: for feeds no parser reads, in which the
 * good entries are not to be lost with the bad.
 */
export function cutEntries(text: string): CutFeed {
  const tags = entryTags(text);
  const line = lineCounter(text);
  const entries: (CutEntry & { readonly start: number; readonly end: number })[] = [];
  for (const [at, tag] of tags.entries()) {
    if (tag.mark === 'close') continue;
    const next = tags[at + 1];
    const end = next === undefined ? text.length : next.mark === 'close' ? next.end : next.start;
    const own = text.slice(tag.start, end);
    const isCutOff = next === undefined && !ROOT_END.test(own);
    entries.push({ text: own, line: line(tag.start), isCutOff, start: tag.start, end });
  }
  const head = text.slice(0, entries[0]?.start ?? text.length);
  const between = entries.map(({ end }, at) => text.slice(end, entries[at + 1]?.start ?? text.length));
  return { head, shell: head + between.join(''), entries };
}

/** The tags that are none of a text: not in a section or a comment. */
function entryTags(text: string): readonly Token[] {
  const tokens = Array.from(text.matchAll(TOKENS), ({ 0: word, index }): Token => {
    const mark = SECTIONS[word.toUpperCase()] ?? (word.startsWith('</') ? 'close' : 'open');
    return { mark, start: index, end: index + word.length };
  });
  const tags: Token[] = [];
  const endless = new Set<Mark>();
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token.mark === 'open' || token.mark === 'close') tags.push(token);
    else if (token.mark === 'section' || token.mark === 'comment') at = endOfSection(tokens, at, endless);
  }
  return tags;
}

/** Index of the token that ends a section or comment; its own where it never ends, or only with another's end. */
function endOfSection(tokens: readonly Token[], start: number, endless: Set<Mark>): number {
  const { mark } = tokens[start]!;
  if (endless.has(mark)) return start;
  let hasLeftEntry = false;
  for (let at = start + 1; at < tokens.length; at += 1) {
    const found = tokens[at]!.mark;
    if (found === `${mark}-end`) return at;
    if (found === 'close') hasLeftEntry = true;
    else if (found === mark && hasLeftEntry) return start;
  }
  endless.add(mark);
  return start;
}

/** The one-based line of a place; places are asked for in order. */
function lineCounter(text: string): (place: number) => number {
  let line = 1;
  let at = text.indexOf('\n');
  return (place) => {
    for (; at !== -1 && at < place; at = text.indexOf('\n', at + 1)) line += 1;
    return line;
  };
}
