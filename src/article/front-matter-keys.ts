/** Keys whose value is one line of text, read from the raw line: the generators of these files never escape a quote. */
const SCALAR_KEYS: ReadonlySet<string> = new Set([
  'title',
  'date',
  'pubdate',
  'published',
  'publishdate',
  'published_at',
  'created',
  'created_at',
  'createdat',
  'publish_date',
  'pub_date',
  'publish_time',
  'publishedat',
  'datepublished',
  'date_published',
  'datetime',
  'updated',
  'lastmod',
  'modified',
  'updated_at',
  'updatedat',
  'modified_at',
  'last_modified_at',
  'datemodified',
  'date_modified',
  'headimg',
  'thumbnail',
  'description',
  'excerpt',
  'summary',
  'desc',
  'abstract',
  'digest',
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
  'canonical',
  'canonical_url',
  'canonicalurl',
  'url',
  'comments',
  'layout',
]);

/** Keys whose value is a list of texts, or one text. */
const LIST_KEYS: ReadonlySet<string> = new Set([
  'categories',
  'category',
  'section',
  'column',
  'channel',
  'tags',
  'tag',
  'keywords',
  'aliases',
  'alias',
  'redirect_from',
]);

/** What programs call an article's picture, the commonest first: a text in one dialect, a map or a list in another. */
export const PICTURE_KEYS: readonly string[] = [
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
  'top_img',
  'feature_image',
  'featureimage',
  'hero_image',
  'og_image',
  'ogimage',
  'image_url',
  'imageurl',
  'img_url',
  'cover_url',
  'coverurl',
  'thumb',
  'teaser',
  'poster',
  'photos',
  'header',
  'feature',
];

/** Keys that hold a text in one dialect and a map or a list in another. */
const MIXED_KEYS: ReadonlySet<string> = new Set([
  'author',
  'authors',
  'creator',
  'byline',
  'publisher',
  'site_name',
  'sitename',
  'media',
  ...PICTURE_KEYS,
]);

export type KeyKind = 'scalar' | 'list' | 'mixed';

/** How the value of a front-matter key is read; null for keys Broadsheet has no use for. Takes a lower-case key. */
export function keyKind(key: string): KeyKind | null {
  if (SCALAR_KEYS.has(key)) return 'scalar';
  if (LIST_KEYS.has(key)) return 'list';
  return MIXED_KEYS.has(key) ? 'mixed' : null;
}

/** Keys as they are called by those who write them by hand. */
const CHINESE_KEYS: ReadonlyMap<string, string> = new Map([
  ['标题', 'title'],
  ['標題', 'title'],
  ['题目', 'title'],
  ['日期', 'date'],
  ['时间', 'date'],
  ['時間', 'date'],
  ['发布时间', 'date'],
  ['發佈時間', 'date'],
  ['更新', 'updated'],
  ['更新时间', 'updated'],
  ['来源', 'source'],
  ['來源', 'source'],
  ['作者', 'author'],
  ['分类', 'categories'],
  ['分類', 'categories'],
  ['栏目', 'categories'],
  ['标签', 'tags'],
  ['標籤', 'tags'],
  ['关键词', 'keywords'],
  ['封面', 'cover'],
  ['头图', 'cover'],
  ['摘要', 'description'],
  ['简介', 'description'],
  ['链接', 'link'],
  ['原文', 'original'],
  ['草稿', 'draft'],
  ['语言', 'lang'],
]);
const CHINESE_KEY_LINE = /^([\u4E00-\u9FFF]{2,4})[ \t]{0,8}[:：][ \t]?/;

/** A line of front matter whose key is Chinese, with the key Broadsheet knows it by; any other line as it is. */
export function inEnglish(line: string): string {
  const match = CHINESE_KEY_LINE.exec(line);
  const key = CHINESE_KEYS.get(match?.[1] ?? '');
  return match === null || key === undefined ? line : `${key}: ${line.slice(match[0].length)}`;
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
