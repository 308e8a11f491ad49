/** Entities met in titles and addresses; the rest of HTML's two thousand belong to bodies, which a real parser reads. */
const NAMED_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['ensp', ' '],
  ['emsp', ' '],
  ['thinsp', ' '],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['hellip', '…'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['middot', '·'],
  ['bull', '•'],
  ['times', '×'],
  ['divide', '÷'],
  ['plusmn', '±'],
  ['deg', '°'],
  ['permil', '‰'],
  ['copy', '©'],
  ['reg', '®'],
  ['trade', '™'],
  ['euro', '€'],
  ['pound', '£'],
  ['yen', '¥'],
  ['cent', '¢'],
  ['sect', '§'],
  ['para', '¶'],
  ['eacute', 'é'],
  ['egrave', 'è'],
  ['agrave', 'à'],
  ['aacute', 'á'],
  ['iacute', 'í'],
  ['oacute', 'ó'],
  ['uacute', 'ú'],
  ['auml', 'ä'],
  ['ouml', 'ö'],
  ['uuml', 'ü'],
  ['ccedil', 'ç'],
  ['ntilde', 'ñ'],
  ['rarr', '→'],
  ['larr', '←'],
  ['hearts', '♥'],
  ['zwj', '\u200D'],
  ['zwnj', '\u200C'],
  ['shy', ''],
  ['lcub', '{'],
  ['rcub', '}'],
  ['lbrace', '{'],
  ['rbrace', '}'],
]);

const ENTITY = /&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));/g;

function characterOf(code: number): string {
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
}

/** Decodes HTML character references once: `&amp;lt;` becomes `&lt;`. Unknown names stay as written. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return characterOf(Number.parseInt(decimal, 10));
    if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
    return NAMED_ENTITIES.get(name ?? '') ?? whole;
  });
}

/** Characters that turn the direction of what follows, on the page and in the reader's eye: U+202A–E, U+2066–9. */
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;
const CONTROLS = /[\0-\x08\x0E-\x1F\x7F-\x84\x86-\x9F\u00AD\u200B\u2060\uFEFF]/g;

/** Letters carry a few marks; hundreds reach over the lines above and below, titles of others among them. */
const MARKS = /(\p{Mn}{5})\p{Mn}+/gu;

/** One line of text without direction and control characters, white space collapsed. Idempotent. */
export function toOneLine(text: string): string {
  return text.replace(BIDI_CONTROLS, '').replace(CONTROLS, '').replace(MARKS, '$1').replace(/\s+/g, ' ').trim();
}

/** A text of which something can be seen; nothing for one of blanks that take no room, which is no title. */
export function visibleText(text: string): string {
  return /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(text) ? text : '';
}

/** The longest text a key may hold, in UTF-16 units: every one of them is printed in lists, feeds and pages. */
const LONGEST_TEXT = 2000;

/** A front-matter text as it is shown: entities decoded once, one line, at most 2,000 units. */
export function cleanText(text: string): string {
  const line = toOneLine(decodeEntities(text));
  return line.length > LONGEST_TEXT ? line.slice(0, LONGEST_TEXT).replace(/[\uD800-\uDBFF]$/, '') : line;
}
