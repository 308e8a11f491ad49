import fc from 'fast-check';

/** Words between markup that may be broken in any way, and what must be left of it: every word. */
export interface NoisyText {
  readonly source: string;
  readonly words: readonly string[];
}

/** What hides nothing, however it is opened, closed, nested or cut. */
const plain = [
  ...['p', 'div', 'section', 'span', 'b', 'i', 'strong', 'font', 'center', 'h2', 'h4', 'blockquote', 'article', 'main'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'tbody', 'tr', 'td', 'th', 'caption', 'figure', 'figcaption', 'pre'],
  ...[
    'code',
    'a',
    'u',
    'nobr',
    'ruby',
    'rb',
    'rt',
    'details',
    'summary',
    'label',
    'x-y',
    'o:p',
    'body',
    'html',
    'marquee',
  ],
];
/** What hides all it holds, where it has an end. */
const hiding = [
  ...[
    'style',
    'script',
    'template',
    'textarea',
    'title',
    'xmp',
    'iframe',
    'noembed',
    'noframes',
    'plaintext',
    'select',
  ],
  ...['svg', 'math', 'object', 'button', 'video', 'audio', 'canvas', 'frameset', 'head', 'form', 'map', 'noscript'],
];
const attributes = [
  ...[
    '',
    ' class="lead"',
    " class='lead'",
    ' class=lead',
    ' title="a > b"',
    " alt='<p>'",
    ' data-x',
    ' =',
    ' a"b',
    '/',
  ],
  ...[' lang=zh', ' dir=rtl', ' colspan=9999', ' width=1', ' align=center', ' style="color:red', ' id=root name=body'],
];
const noise = [
  ...[
    '<br>',
    '<hr/>',
    '&nbsp;',
    '&amp;',
    '&',
    '&#',
    '&#x;',
    '&lt;',
    '<',
    '>',
    '< p',
    '</',
    '</>',
    '<>',
    '<!',
    '<!>',
    '<?',
  ],
  ...[
    '<!doctype html>',
    '<!-- -->',
    '<!---->',
    '-->',
    ']]>',
    '<![endif]>',
    '"',
    "'",
    '=',
    '\n',
    '\n\n',
    '\t',
    '　　',
    '\u200b',
  ],
  ...['<img src="x.jpg">', '<img>', '<wbr>', '<input>', '<col>', '<area>', '<a href="https://quay.example/">'],
  ...[
    '\u0000',
    '\ufffd',
    '\u202e',
    '{{',
    '}}',
    '$&',
    '**',
    '```',
    '|',
    '#',
    '- ',
    '> ',
    '    ',
    '~~',
    '[',
    '](',
    '_',
    '\\',
  ],
];

const opener = fc
  .tuple(fc.constantFrom(...plain), fc.constantFrom(...attributes))
  .map(([name, written]) => (written.includes('"color') ? `<${name}>` : `<${name}${written}>`));
const closer = fc.constantFrom(...plain).map((name) => `</${name}>`);
const sound = fc.oneof(fc.constantFrom(...noise), opener, opener, closer);

/** Each hiding element is either opened or closed in one text, never both. */
const markup = fc.subarray(hiding).chain((opened) => {
  const closed = hiding.filter((name) => !opened.includes(name));
  const unpaired = [...opened.map((name) => `<${name}>`), ...closed.map((name) => `</${name}>`)];
  return fc.array(fc.oneof({ weight: 6, arbitrary: sound }, { weight: 1, arbitrary: fc.constantFrom(...unpaired) }), {
    maxLength: 40,
  });
});

/** Words stand between all pieces of markup, a blank or a line apart. */
export const noisyText: fc.Arbitrary<NoisyText> = fc
  .tuple(markup, fc.constantFrom(' ', '\n', ''))
  .map(([pieces, gap]) => {
    const words = pieces.map((_, index) => `词${index}尾`);
    const source = pieces.map((piece, index) => `${words[index]}${gap}${piece}${gap}`).join('');
    return { source: `<p>${source}<p>`, words };
  });
