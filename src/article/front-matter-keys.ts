/** Keys whose value is one line of text, read from the raw line: the generators of these files never escape a quote. */
const SCALAR_KEYS: ReadonlySet<string> = new Set([
  'title',
  'date',
  'pubdate',
  'published',
  'publishdate',
  'published_at',
  'created',
  'updated',
  'lastmod',
  'modified',
  'headimg',
  'thumbnail',
  'description',
  'excerpt',
  'summary',
  'slug',
  'id',
  'abbrlink',
  'permalink',
  'draft',
  'source',
  'lang',
  'language',
  'link',
  'original',
  'source_url',
  'original_url',
  'comments',
  'layout',
]);

/** Keys whose value is a list of texts, or one text. */
const LIST_KEYS: ReadonlySet<string> = new Set([
  'categories',
  'category',
  'tags',
  'tag',
  'keywords',
  'aliases',
  'alias',
  'redirect_from',
]);

/** Keys that hold a text in one dialect and a map or a list in another. */
const MIXED_KEYS: ReadonlySet<string> = new Set([
  'author',
  'authors',
  'cover',
  'image',
  'images',
  'img',
  'banner',
  'heroimage',
  'featured_image',
  'featuredimage',
  'cover_image',
  'coverimage',
  'index_img',
]);

export type KeyKind = 'scalar' | 'list' | 'mixed';

/** How the value of a front-matter key is read; null for keys Broadsheet has no use for. Takes a lower-case key. */
export function keyKind(key: string): KeyKind | null {
  if (SCALAR_KEYS.has(key)) return 'scalar';
  if (LIST_KEYS.has(key)) return 'list';
  return MIXED_KEYS.has(key) ? 'mixed' : null;
}

const KEY_LINE = /^(["']?)([A-Za-z_][\w.-]{0,60})\1[ \t]{0,8}([:：])([ \t]?)/;

export interface KeyLine {
  /** Lower case: dialects disagree about `pubDate` and `Title`. */
  readonly key: string;
  readonly isKnown: boolean;
  /** What follows the colon. */
  readonly rest: string;
}

/** Reads `key: value` at the start of a line, a known key before a full-width colon too (`title：x`); null where the line is something else. */
export function readKeyLine(line: string): KeyLine | null {
  const match = KEY_LINE.exec(line);
  if (match === null) return null;
  const key = (match[2] ?? '').toLowerCase();
  const isKnown = keyKind(key) !== null;
  const rest = line.slice(match[0].length);
  // `title:x` is a slip; `https://…` and `12:30` are text.
  const isSlip = match[3] === '：' || (match[4] === '' && rest !== '' && rest !== '\r');
  return isSlip && (!isKnown || rest.startsWith('//')) ? null : { key, isKnown, rest };
}
