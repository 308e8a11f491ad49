import { type MalformedFile, published, text } from './malformed-file.ts';

const dated = (date: string): string => `---\ntitle: When\ndate: ${date}\n---\n<p>The ferry sailed at noon.</p>\n`;
const noDate = { says: 'is no date', line: 3 };

export const dates: readonly MalformedFile[] = [
  ...(
    [
      ['invalid', 'Invalid Date'],
      ['impossible-day', '2023-02-31'],
      ['impossible-month', '2023-13-01'],
      ['impossible-hour', '2023-01-01 25:61:99'],
      ['zeros', '0000-00-00 00:00:00'],
      ['words', 'the day before yesterday'],
      ['infinity', '1e999'],
      ['year-of-six-digits', '202306-05-06'],
      ['far-beyond', '+275760-09-14'],
      ['negative', '-1'],
      ['markup', '<b>2023</b>-01-01'],
      ['emoji', '📅'],
      ['list', '[]'],
      ['nan', 'NaN'],
      ['very-long', `2023${'-01'.repeat(5000)}`],
    ] as const
  ).map(([name, date]) => ({
    file: `dates/${name}.html`,
    content: dated(date),
    outcome: published('When', noDate),
  })),
  { file: 'dates/seconds.html', content: dated('1683360000'), outcome: published('When') },
  { file: 'dates/full-width.html', content: dated('２０２３－０５－０６　１２：００'), outcome: published('When') },
  { file: 'dates/far-future.html', content: dated('9999-12-31'), outcome: published('When', noDate) },
  { file: 'dates/first-year.html', content: dated('0001-01-01'), outcome: published('When', noDate) },
  { file: 'dates/empty.html', content: dated(''), outcome: published('When') },
];

const filed = (categories: string): string => text(`title: Filed\ncategories: ${categories}`);
const listed = (...names: readonly string[]): string => filed(`\n${names.map((name) => `  - ${name}`).join('\n')}`);

export const categories: readonly MalformedFile[] = [
  ...(
    [
      ['constructor', listed('constructor', '__proto__', 'toString')],
      ['prototype', filed('__proto__')],
      ['dots', listed('..', '.', '...')],
      ['slash', filed('/')],
      ['path', filed('"../../../../outside/x"')],
      ['backslashes', listed('a\\b', '\\\\host\\share')],
      ['empty-items', listed('', "''", '""', '-')],
      ['blank', filed('" "')],
      ['map', filed('{ a: { b: c } }')],
      ['map-of-lists', filed('\n  sea: [fog, rain]\n  land: dust')],
      ['numbers', filed('[1, 2.0, 0x1F]')],
      ['devices', listed('con', 'nul', 'aux')],
      ['own-names', listed('page', 'index.html', '404')],
      ['markup', listed('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>')],
      ['query', listed('a?b=c#d', '%2e%2e%2f')],
      ['emoji', listed('🌊🌊', '🏴󠁧󠁢󠁥󠁮󠁧󠁿')],
      ['very-long', listed('雾'.repeat(5000))],
      ['deep', listed(...Array.from({ length: 300 }, (_, level) => `level ${level}`))],
      ['nested', filed(`${'['.repeat(30)}fog${']'.repeat(30)}`)],
      ['only-marks', listed('!!!', '———', '。。。')],
      ['case-twins', listed('Harbour', 'HARBOUR', 'harbour')],
      ['controls', listed('fo\u0000g', 'ra\u202ein')],
    ] as const
  ).map(([name, content]) => ({ file: `categories/${name}.html`, content, outcome: published('Filed') })),
  {
    file: 'categories/five-thousand.html',
    content: () => listed(...Array.from({ length: 5000 }, (_, number) => `c${number}`)),
    outcome: published('Filed', { says: 'longer than 16384', line: 2 }),
  },
  {
    file: 'categories/flow-never-closed.html',
    content: filed('[sea, fog'),
    outcome: published('Filed', { says: 'front matter' }),
  },
];

const covered = (cover: string): string => text(`title: Covered\nheadimg: ${cover}`);

export const covers: readonly MalformedFile[] = [
  ...(
    [
      ['script', '"javascript:alert(1)"'],
      ['script-hidden', '"java\\tscript:alert(1)"'],
      ['vbscript', 'vbscript:msgbox(1)'],
      ['page-in-data', 'data:text/html,<script>alert(1)</script>'],
      ['svg-in-data', 'data:image/svg+xml,<svg onload=alert(1)>'],
      ['own-disk', 'file:///etc/passwd'],
      ['words', 'not an address at all'],
      ['quotes', '"https://img.example/\\" onerror=\\"alert(1)"'],
      ['list', '[[], {}, [null]]'],
      ['port', 'https://img.example:99999/a.jpg'],
      ['password', 'https://me:secret@img.example/a.jpg'],
      ['host-missing', 'https:///a.jpg'],
      ['only-scheme', 'https://'],
      ['brackets', 'https://[::1/a.jpg'],
      ['percent', 'https://img.example/%'],
      ['very-long', `https://img.example/${'a'.repeat(9000)}.jpg`],
      ['number', '42'],
      ['blob', 'blob:https://img.example/9115d58c'],
    ] as const
  ).map(([name, cover]) => ({ file: `covers/${name}.html`, content: covered(cover), outcome: published('Covered') })),
  {
    file: 'covers/missing.html',
    content: covered('./nowhere.jpg'),
    outcome: published('Covered', { says: '“./nowhere.jpg” no such picture', line: 3 }),
  },
  {
    file: 'covers/outside.html',
    content: covered('../../../../../../etc/passwd.png'),
    outcome: published('Covered', { says: 'passwd.png”', line: 3 }),
  },
  {
    file: 'covers/itself.html',
    content: covered('./itself.html'),
    outcome: published('Covered'),
  },
  {
    file: 'covers/a-text-called-picture.html',
    content: covered('./text.png'),
    outcome: published('Covered', { says: '“./text.png” is no picture', line: 3 }),
  },
  { file: 'covers/text.png', content: 'This is no picture.', outcome: { kind: 'skipped' } },
];

const named = (slug: string): string => text(`title: Named\nslug: ${slug}`);
const unsafe = { says: 'not safe in an address', line: 1 };

export const addresses: readonly MalformedFile[] = [
  ...(
    [
      ['index', 'index'],
      ['not-found', '404'],
      ['device', 'con'],
      ['prototype', '__proto__'],
      ['climbing', '../../../etc/passwd'],
      ['climbing-encoded', '"%2e%2e%2f%2e%2e"'],
      ['backslash', '"..\\\\..\\\\x"'],
      ['absolute', '/etc/passwd'],
      ['emoji', '🌊'],
      ['chinese', '雾'],
      ['three-hundred', 'a'.repeat(300)],
      ['dot', '.'],
      ['markup', '"\\"><script>alert(1)</script>"'],
      ['spaces', 'fog and rain'],
      ['map', '{ a: b }'],
    ] as const
  ).map(([name, slug]) => ({ file: `slugs/${name}.html`, content: named(slug), outcome: published('Named', unsafe) })),
  { file: 'slugs/empty.html', content: named(''), outcome: published('Named') },
  {
    file: 'slugs/twin-one.html',
    content: named('ebb-and-flow'),
    outcome: published('Named', { says: 'is claimed by', line: 1 }),
  },
  {
    file: 'slugs/twin-two.html',
    content: named('Ebb-And-Flow'),
    outcome: published('Named', { says: 'is claimed by', line: 1 }),
  },
  ...(
    [
      ['climbing', '../../etc'],
      ['climbing-encoded', '/%2e%2e/%2e%2e/etc'],
      ['home', '/'],
      ['own-pages', '/about/'],
      ['own-data', '/data/edition.json'],
      ['other-site', 'https://other.example/x'],
      ['very-long', `/${'a'.repeat(3000)}/`],
      ['broken-percent', '/%zz/'],
      ['device', '/con/'],
    ] as const
  ).map(([name, alias]) => ({
    file: `aliases/${name}.html`,
    content: text(`title: Moved\naliases: ["${alias}"]`),
    outcome: published('Moved', { says: 'the alias', line: 1 }),
  })),
  {
    file: 'aliases/one.html',
    content: text('title: Moved\naliases: [/old-quay/]'),
    outcome: published('Moved'),
  },
  {
    file: 'aliases/two.html',
    content: text('title: Moved\naliases: [/OLD-QUAY/]'),
    outcome: published('Moved', { says: 'address of another article', line: 1 }),
  },
  {
    file: 'aliases/inside-another.html',
    content: text('title: Moved\naliases: [/old-quay/index.html/x]'),
    outcome: published('Moved', { says: 'the alias', line: 1 }),
  },
];
