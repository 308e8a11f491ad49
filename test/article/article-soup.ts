import fc from 'fast-check';
import { tagSoup } from './tag-soup.ts';

/** Article files as scrapers, people and attackers write them: front matter of any dialect, mostly broken, then a body. */

const keys = [
  ...['title', 'date', 'updated', 'categories', 'tags', 'author', 'headimg', 'cover', 'slug', 'id', 'aliases', 'draft'],
  ...[
    'lang',
    'description',
    'permalink',
    'comments',
    '__proto__',
    'constructor',
    '标题',
    '日期',
    '分类',
    '? a',
    '<<',
    '',
  ],
];
const values = [
  ...[
    '雾',
    '"雾"',
    "'it's'",
    '""""fog"\'',
    '2023-05-06',
    'Sat, 06 May 2023 16:00:00 GMT',
    '0000-00-00',
    '1e999',
    '[a, b]',
  ],
  ...[
    '[',
    '{',
    '{a: b',
    '[[[[',
    '*a',
    '&a fog',
    '!!js/function "x"',
    '|',
    '>-',
    '| \n  fog\n  rain',
    '- a\n  - b',
    '@',
    '%',
    '`',
  ],
  ...[
    '#',
    'fog # rain',
    'a: b: c',
    'https://img.example/a.jpg',
    'javascript:alert(1)',
    '../../x',
    '\u202efog',
    '',
    'null',
    '~',
  ],
  ...[
    '&#123;fog&#125;',
    '&lt;b&gt;',
    '</script>',
    '$&',
    '{{fog}}',
    '😀',
    '\ud800',
    '\u0000',
    '\u200b',
    '9'.repeat(400),
    'true',
  ],
];
const fences = [
  '---',
  '+++',
  ';;;',
  '```',
  '--- ',
  '----',
  '---js',
  '...',
  '{',
  '}',
  '---\n---',
  '\ufeff---',
  '',
  '# fog',
  '-',
];

const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', '', '', ' ', '\t', '  ', '- ', '"'),
        fc.constantFrom(...keys),
        fc.constantFrom(': ', ':', '： ', ' = ', '": "', ''),
        fc.constantFrom(...values),
      )
      .map((parts) => parts.join('')),
  },
  { weight: 2, arbitrary: fc.constantFrom(...values.map((value) => `  - ${value}`)) },
  { weight: 1, arbitrary: fc.constantFrom(...fences) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

export const articleSoup: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '\n', '  \n\n', '\u3000\n'),
    fc.constantFrom(...fences),
    fc.array(line, { maxLength: 12 }),
    fc.constantFrom(...fences),
    tagSoup,
  )
  .map(([before, open, lines, close, body]) => `${before}${[open, ...lines, close].join('\n')}\n${body}`);
