import type { Schema } from 'hast-util-sanitize';

/**
 * Everything an article's body may consist of when it is shown. This list is final: whatever the cleaning does, in the
 * build and in the browser alike, the tree passes it last. Attribute names are those of hast (`dateTime`, `dataKind`).
 */
const tags = [
  ...['p', 'br', 'hr', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'div', 'section', 'details', 'summary'],
  ...['strong', 'b', 'em', 'i', 'u', 's', 'del', 'ins', 'mark', 'small', 'sub', 'sup', 'abbr', 'cite', 'q', 'span'],
  ...['code', 'kbd', 'samp', 'var', 'a', 'time', 'ruby', 'rt', 'rp', 'wbr', 'bdi'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'img'],
  ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
];

type Attributes = NonNullable<Schema['attributes']>;

const align: Attributes[string][number] = ['dataAlign', 'center', 'right'];

const attributes: Attributes = {
  '*': ['lang', ['dir', 'ltr', 'rtl', 'auto'], ['dataAnchor', /^note-\d{1,4}$/]],
  a: ['href', 'title'],
  img: ['src', 'alt', 'title', 'width', 'height', ['dataKind', 'formula', 'icon']],
  figure: [['dataKind', 'video']],
  div: [['dataKind', 'embed'], 'dataSrc', 'dataTitle', 'dataPoster'],
  p: [align],
  h2: [align],
  h3: [align],
  h4: [align],
  h5: [align],
  h6: [align],
  td: [align, 'colSpan', 'rowSpan'],
  th: [align, 'colSpan', 'rowSpan', ['scope', 'col', 'row', 'colgroup', 'rowgroup']],
  ol: ['start'],
  code: [['dataLanguage', /^[a-z0-9+#-]{1,20}$/]],
  time: ['dateTime'],
  abbr: ['title'],
};

/** The list as `hast-util-sanitize` reads it. No id, name, class or style of an author's gets through. */
export const allowListSchema: Schema = {
  tagNames: tags,
  attributes,
  protocols: {
    href: ['http', 'https', 'mailto', 'tel'],
    src: ['http', 'https', 'data'],
    dataSrc: ['https'],
    dataPoster: ['https'],
  },
  ancestors: {
    li: ['ol', 'ul'],
    dt: ['dl'],
    dd: ['dl'],
    tr: ['table'],
    td: ['table'],
    th: ['table'],
    tbody: ['table'],
    thead: ['table'],
    tfoot: ['table'],
    caption: ['table'],
    figcaption: ['figure'],
    rt: ['ruby'],
    rp: ['ruby'],
    summary: ['details'],
  },
  strip: ['script', 'style', 'template', 'iframe', 'object', 'embed', 'svg', 'math'],
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
};

/** The names alone, for the gate before the cleaning. */
export const allowedTags: readonly string[] = tags;
