/** The caches of one site. Several sites may share an origin, so every name begins with the path the site lives below. */
export interface CacheNames {
  /** The program itself. */
  readonly shell: string;
  /** Pages of articles: what counts against the reader's limit, with `pictures`. */
  readonly articles: string;
  readonly pictures: string;
  /** Every other page. */
  readonly pages: string;
  /** Data with fixed names; those of one edition. */
  readonly tables: string;
  /** Sheets, columns and slices of the search index. */
  readonly data: string;
  readonly packs: string;
  /** Scripts that are not in the shell: of other versions, and what few articles need. */
  readonly assets: string;
  /** Pictures of the site's own that lists show. */
  readonly media: string;
}

/** @param base begins and ends with `/` */
export function cacheNamesFor(base: string): CacheNames {
  const name = (what: string) => `broadsheet ${base} ${what}`;
  return {
    shell: name('shell'),
    articles: name('articles'),
    pictures: name('pictures'),
    pages: name('pages'),
    tables: name('tables'),
    data: name('data'),
    packs: name('packs'),
    assets: name('assets'),
    media: name('media'),
  };
}

/** The caches that hold what the reader has read: all but the program. */
export function readingCaches({
  articles,
  pictures,
  pages,
  tables,
  data,
  packs,
  media,
}: CacheNames): readonly string[] {
  return [articles, pictures, pages, tables, data, packs, media];
}
