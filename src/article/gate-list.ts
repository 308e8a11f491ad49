import { allowedTags } from './allow-list.ts';

/**
 * What may pass the gate before the cleaning: the allow-list plus what the cleaning has to see in order to find captions,
 * lazy pictures, embeds and what is hidden. Nothing named only here reaches a page. DOMPurify is configured from it in
 * the browser and `gateTree` in Node, so that both clean the same tree.
 */

/** Elements that are only read. */
const inputOnlyTags = [
  ...['article', 'aside', 'center', 'main', 'header', 'footer', 'nav', 'font', 'h1', 'strike', 'tt', 'big', 'address'],
  ...['iframe', 'video', 'audio', 'source', 'picture', 'embed', 'button', 'dir', 'menu', 'rb', 'rtc'],
];

const allowedAttributes = [
  ...[
    'href',
    'src',
    'alt',
    'title',
    'lang',
    'dir',
    'datetime',
    'colspan',
    'rowspan',
    'scope',
    'start',
    'width',
    'height',
  ],
];

/** Attributes that are only read: where lazy pictures keep their address, what says caption, hidden, bold, centred. */
const inputOnlyAttributes = [
  ...[
    'class',
    'id',
    'data-style',
    'align',
    'hidden',
    'cms-style',
    'type',
    'poster',
    'srcset',
    'border',
    'color',
    'size',
    'name',
  ],
  ...[
    '_src',
    'org_src',
    'zoomfile',
    'file',
    'original',
    'real_src',
    'lazysrc',
    'lay-src',
    'ess-data',
    'data-original',
    'data-original-src',
  ],
  ...[
    'data-src',
    'data-lazy-src',
    'data-lazyload',
    'data-lazy',
    'data-actualsrc',
    'data-echo',
    'data-url',
    'data-gif-url',
    'data-raw-src',
  ],
  ...[
    'data-croporisrc',
    'data-backsrc',
    'data-imgurl',
    'data-large',
    'data-later',
    'data-else',
    'data-srcset',
    'data-lazy-srcset',
    'data-zkinfo',
    'data-sudaclick',
  ],
  ...['data-width', 'data-height', 'data-original-width', 'data-original-height', 'data-rawwidth', 'data-rawheight'],
  ...[
    'data-w',
    'data-h',
    'data-ratio',
    'data-size',
    'data-formula',
    'data-tex',
    'data-lang',
    'data-language',
    'data-caption',
  ],
  ...['data-align', 'data-kind', 'data-anchor', 'data-title', 'data-poster'],
];

const renamed: Readonly<Record<string, string>> = {
  class: 'className',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  datetime: 'dateTime',
  srcset: 'srcSet',
};

/** The way hast names an attribute of this list: `data-original-src` → `dataOriginalSrc`. */
export function propertyName(attribute: string): string {
  if (!attribute.startsWith('data-')) return renamed[attribute] ?? attribute;
  return attribute.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

export interface GateList {
  readonly tags: readonly string[];
  /** As HTML writes them, lower case. */
  readonly attributes: readonly string[];
  /** Attributes of `attributes` whose value is an address the gate checks. */
  readonly addressAttributes: readonly string[];
  /** Elements that go with everything in them; any other element that is not listed leaves its content behind. */
  readonly dropWithContent: readonly string[];
  /** What an address may begin with; relative ones too. Tested after white space is taken out. */
  readonly address: RegExp;
}

export const gateList: GateList = {
  tags: [...allowedTags, ...inputOnlyTags],
  attributes: [...allowedAttributes, ...inputOnlyAttributes],
  addressAttributes: ['href', 'src', 'poster'],
  dropWithContent: [
    ...['script', 'style', 'template', 'title', 'head', 'noembed', 'noframes', 'plaintext', 'svg', 'math', 'applet'],
    ...[
      'select',
      'option',
      'datalist',
      'canvas',
      'dialog',
      'frameset',
      'annotation-xml',
      'foreignobject',
      'desc',
      'mi',
      'mn',
      'mo',
      'ms',
      'mtext',
    ],
  ],
  address: /^(?:https?:|mailto:|tel:|data:image\/(?:png|jpe?g|gif|webp|avif)[;,]|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
};
