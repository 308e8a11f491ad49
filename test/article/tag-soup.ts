import fc from 'fast-check';

/** Markup as scrapers and attackers write it: whatever may stand in a body, in any order, mostly broken. */

const names = [
  ...['p', 'div', 'section', 'span', 'b', 'strong', 'a', 'font', 'center', 'h1', 'h3', 'blockquote', 'hr', 'br', 'img'],
  ...[
    'ul',
    'ol',
    'li',
    'dl',
    'dd',
    'table',
    'tbody',
    'tr',
    'td',
    'th',
    'caption',
    'figure',
    'figcaption',
    'pre',
    'code',
  ],
  ...['iframe', 'video', 'source', 'noscript', 'style', 'script', 'template', 'textarea', 'title', 'select', 'option'],
  ...['svg', 'math', 'mtext', 'form', 'input', 'button', 'object', 'embed', 'details', 'summary', 'ruby', 'rt', 'body'],
  ...['html', 'head', 'frameset', 'plaintext', 'xmp', 'o:p', 'x-y', 'image', 'marquee', 'dialog', 'nobr', 'label'],
];
const attributeNames = [
  ...['class', 'id', 'style', 'src', 'href', 'alt', 'title', 'hidden', 'width', 'data-src', 'data-original', 'onclick'],
  ...[
    'align',
    'cms-style',
    'name',
    'srcset',
    'data-zkinfo',
    'lang',
    'dir',
    'colspan',
    '中文',
    'a"b',
    "x'",
    '<',
    '=',
    '/',
  ],
];
const values = [
  ...[
    '',
    'img_descr',
    'adsbygoogle',
    'hljs',
    'root',
    'display:none',
    'font-weight:bold',
    'text-align:center',
    '1',
    '640',
  ],
  ...['https://img.example.com/w600h352/a.jpg', '//img.example.com/b.png', 'javascript:alert(1)', '#note', './c.webp'],
  ...[
    'data:image/gif;base64,R0lGOD',
    'https://user:pass@example.com/',
    '</style>',
    '-->',
    ']]>',
    '石榴',
    '&quot;&lt;',
    '%E4',
  ],
];
const texts = [
  ...[
    '石榴树',
    '　　浇水',
    'tree',
    ' ',
    '\n',
    '\n\n',
    '\u00a0',
    'a < b',
    '&amp;',
    '&#123;',
    '&nbsp',
    '&',
    '<',
    '>',
    '"',
    "'",
  ],
  ...[
    '责任编辑：园丁',
    '▲ 树下',
    '（图）',
    '扫码关注公众号',
    '来源：手记',
    '复制代码',
    '😀',
    '\u200b',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
  ],
  ...['<!DOCTYPE html>', '<?xml?>', '</', '<a', '<img src="', '<!', '\u0000', '\ufffd', '\u202e'],
];

const attribute = fc
  .tuple(fc.constantFrom(...attributeNames), fc.constantFrom(...values), fc.constantFrom('"', "'", '', '="'))
  .map(([name, value, quote]) => ` ${name}=${quote}${value}${quote}`);
const opening = fc
  .tuple(
    fc.constantFrom(...names),
    fc.array(attribute, { maxLength: 3 }),
    fc.constantFrom('>', '>', '>', '/>', '', '\n>'),
  )
  .map(([name, attributes, end]) => `<${name}${attributes.join('')}${end}`);
const closing = fc.constantFrom(...names).map((name) => `</${name}>`);
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...texts) },
  { weight: 4, arbitrary: opening },
  { weight: 3, arbitrary: closing },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);

export const tagSoup: fc.Arbitrary<string> = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
