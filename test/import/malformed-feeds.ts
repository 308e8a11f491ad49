import { atom, entry, type FeedCase, feedCase, item, rss } from './feed-case.ts';

/** `灯塔亮了。` and its like in GB18030, Big5, Shift-JIS; made with iconv. */
const GBK = '\xb5\xc6\xcb\xfe\xc1\xc1\xc1\xcb\xa3\xac\xca\xd8\xb5\xc6\xc8\xcb\xcf\xc2\xc2\xa5\xc8\xa5\xc1\xcb\xa1\xa3';
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const utf16 = (text: string, mark: boolean): Uint8Array =>
  Buffer.concat([Buffer.from(mark ? [0xff, 0xfe] : []), Buffer.from(text, 'utf16le')]);

const GOOD = item('The good one', 'good');
const good = { title: 'The good one', holds: ['The tide was out.'] };
const NOT_WELL_FORMED = 'is not well-formed (its entries were read one by one)';

/** Feeds with the faults that users of feed readers report. */
export const malformedFeeds: readonly FeedCase[] = [
  feedCase(
    'bad-dates',
    rss(
      [
        ...['gestern', 'Mon, 31 Feb 2026 10:00:00 GMT', '0000-00-00 00:00:00', 'Invalid Date'].map((date, at) =>
          item(`Bad ${at}`, `bad-${at}`).replace('Mon, 21 Sep 2026 06:30:00 GMT', date),
        ),
        ...[
          ['EST', 'Mon, 21 Sep 2026 01:30:00 EST'],
          ['Lower case', 'mon, 21 sep 2026 06:30:00 gmt'],
          ['No comma', 'Mon 21 Sep 2026 06:30:00 +0000'],
          ['No day', '21 Sep 2026 06:30 UT'],
          ['No zone', '2026-09-21 14:30'],
          ['Colonless', '2026-09-21T08:30:00+0200'],
          ['Seconds', '1789972200'],
        ].map(([title = '', date = '']) => item(title, title).replace('Mon, 21 Sep 2026 06:30:00 GMT', date)),
        item('Nineteen seventy', 'epoch').replace('Mon, 21 Sep 2026 06:30:00 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT'),
      ].join('\n'),
    ),
    [
      ...[0, 1, 2, 3].map((at) => ({ title: `Bad ${at}`, date: null })),
      ...['Colonless', 'EST', 'Lower case'].map((title) => ({ title, date: '2026-09-21T06:30:00Z' })),
      { title: 'Nineteen seventy', date: null },
      ...['No comma', 'No day', 'No zone', 'Seconds'].map((title) => ({ title, date: '2026-09-21T06:30:00Z' })),
    ],
    {
      says: [
        'its date “gestern” is no date',
        '“Mon, 31 Feb 2026 10:00:00 GMT” is no date',
        '“0000-00-00 00:00:00” is no date',
        '“Invalid Date” is no date',
        '“Thu, 01 Jan 1970 00:00:00 GMT” is no date',
      ],
    },
  ),
  feedCase(
    'html-entities',
    rss(
      item(
        'Caf&eacute;&nbsp;&mdash; &unknown; &#8364;5 & more',
        'cafe',
        '<description>Cr&egrave;me &amp;&nbsp;br&ucirc;l&eacute;e &hellip; &lt;b&gt;hot&lt;/b&gt;</description>',
      ),
    ),
    [{ title: 'Café — &unknown; €5 & more', holds: ['Crème &', 'brûlée … <b>hot</b>'] }],
  ),
  feedCase(
    'cdata-in-cdata',
    rss(
      item(
        '<![CDATA[Nets <![CDATA[and]]> ropes]]>',
        'nets',
        '<description><![CDATA[<p>One</p> <![CDATA[<p>two</p>]]> <p>three</p>]]></description>',
      ),
    ),
    [{ title: 'Nets and ropes', holds: ['<p>One</p>', '<p>two</p>', '<p>three</p>'], lacks: ['CDATA', ']]>'] }],
  ),
  feedCase(
    'escaped-twice',
    rss(
      item(
        'Knots',
        'knots',
        '<description>&amp;lt;p&amp;gt;A &amp;lt;b&amp;gt;bowline&amp;lt;/b&amp;gt;.&amp;lt;/p&amp;gt;</description>',
      ),
    ),
    [{ title: 'Knots', holds: ['<p>A <b>bowline</b>.</p>'] }],
  ),
  feedCase(
    'raw-html-in-a-description',
    rss(item('Raw', 'raw', '<description><p>Salt<br>and <b>pepper</b></p><img src="/salt.jpg"></description>')),
    [{ title: 'Raw', holds: ['<p>Salt<br>and <b>pepper</b></p>', 'src="https://pier.example/salt.jpg"'] }],
  ),
  feedCase(
    'stray-angle-bracket',
    rss([item('3 < 4 & so on', 'sum', '<description>If a < b, so be it.</description>'), GOOD].join('\n')),
    [{ title: '3 < 4 & so on', holds: ['If a < b, so be it.'] }, good],
    { says: [NOT_WELL_FORMED] },
  ),
  feedCase(
    'relative-links',
    rss(
      item(
        'Relative',
        '../relative',
        `<description><![CDATA[<p><a href="/a?x=1&amp;y=2">a</a> <a href="b.html#c">b</a> <a href="#d">d</a> <a href="mailto:e@pier.example">e</a>
<img src='../f.jpg' srcset="g.jpg 1x, /h.jpg 2x"><img data-original=i.jpg src="spacer.gif"><img src="//cdn.example/j.jpg"></p>
<pre><code>&lt;img src="k.jpg"&gt; <img src="l.jpg"></code></pre>]]></description>`,
      ).replace('https://pier.example/../relative', '/news/2026/relative'),
    ),
    [
      {
        title: 'Relative',
        original: 'https://pier.example/news/2026/relative',
        holds: [
          'href="https://pier.example/a?x=1&amp;y=2"',
          'href="https://pier.example/news/2026/b.html#c"',
          'href="#d"',
          'href="mailto:e@pier.example"',
          "src='https://pier.example/news/f.jpg'",
          'srcset="https://pier.example/news/2026/g.jpg 1x, https://pier.example/h.jpg 2x"',
          'data-original="https://pier.example/news/2026/i.jpg"',
          'src="//cdn.example/j.jpg"',
          '&lt;img src="k.jpg"&gt; <img src="l.jpg">',
        ],
      },
    ],
  ),
  feedCase(
    'no-guids',
    rss(
      [
        '<item><title>By link</title><link>https://pier.example/by-link</link><description>x</description></item>',
        '<item><title>By title</title><description>One of two.</description></item>',
        '<item><title>By title</title><description>The other of two.</description></item>',
        '<item><description>By text alone, which is long enough to be a title.</description></item>',
        '<item><title>Title alone</title></item>',
      ].join('\n'),
    ),
    [
      { title: '', holds: ['By text alone'] },
      { title: 'By link', original: 'https://pier.example/by-link' },
      { title: 'By title', original: null },
      { title: 'By title', original: null },
      { title: 'Title alone', holds: ['<p>Title alone</p>'] },
    ],
    { says: ['5 entries have no date'] },
  ),
  feedCase(
    'one-guid-for-all',
    rss(
      ['North', 'South']
        .map((title) => item(`${title} pier`, title).replace(/<guid>.*<\/guid>/, '<guid>https://pier.example/</guid>'))
        .join('\n'),
    ),
    [{ title: 'North pier' }, { title: 'South pier' }],
  ),
  feedCase(
    'one-link-for-all',
    rss(
      ['Morning', 'Evening']
        .map((title) => item(title, '').replace(/<guid>.*<\/guid>/, `<guid isPermaLink="false">${title}</guid>`))
        .join('\n'),
    ),
    [{ title: 'Evening' }, { title: 'Morning' }],
  ),
  feedCase(
    'the-same-entry-twice',
    rss(
      [
        GOOD,
        GOOD.replace('Mon, 21', 'Tue, 22').replace('was out', 'came in'),
        GOOD.replace('?p=good', '?p=other'),
        item('Another', 'another?utm_source=rss&amp;utm_medium=feed&amp;id=1'),
        item('Another', 'another?id=1&amp;fbclid=x').replace('?p=another', '?p=renamed'),
      ].join('\n'),
    ),
    [
      { title: 'Another', original: 'https://pier.example/another?id=1' },
      { title: 'The good one', holds: ['The tide came in.'], date: '2026-09-22T06:30:00Z' },
    ],
  ),
  feedCase(
    'an-entry-with-nothing',
    rss(['<item></item>', '<item><pubDate>Mon, 21 Sep 2026 06:30:00 GMT</pubDate></item>', GOOD].join('\n')),
    [good],
    { says: [NOT_WELL_FORMED, ':6: error: it is empty', ':7: error: it has neither title nor text'] },
  ),
  feedCase('javascript-link', rss(item('Trap', 'x').replace('https://pier.example/x', 'javascript:alert(1)')), [
    { title: 'Trap', original: 'https://pier.example/?p=x' },
  ]),
  feedCase(
    'cut-off-in-a-tag',
    rss([GOOD, item('The cut one', 'cut')].join('\n')).replace(
      /out\.<\/description><\/item>\n<\/channel>[\s\S]*$/,
      'o',
    ),
    [good],
    { says: [NOT_WELL_FORMED, ':9: error: the feed ends in the middle of it'] },
  ),
  feedCase('cut-off-after-an-entry', rss(GOOD).replace(/<\/channel>[\s\S]*$/, ''), [good]),
  feedCase(
    'a-section-never-ended',
    rss([item('The open one', 'open', '<description><![CDATA[never ended</description>'), GOOD].join('\n')),
    [good],
    { says: [NOT_WELL_FORMED, ':6: error: it cannot be read'] },
  ),
  feedCase(
    'an-item-never-ended',
    rss([item('The first one', 'first').replace('</item>', ''), GOOD].join('\n')),
    [{ title: 'The first one' }, good],
    { says: [NOT_WELL_FORMED] },
  ),
  feedCase('blanks-and-a-mark-first', `\n\n \uFEFF${rss(GOOD)}`, [good]),
  feedCase(
    'a-server-s-warning-first',
    `<br />\n<b>Warning</b>: mysql_connect() in <b>/www/x.php</b> on line <b>3</b><br />\n${rss(GOOD)}`,
    [good],
  ),
  feedCase('something-after-the-end', `${rss(GOOD)}<!-- cached -->\n<script>count()</script>`, [good]),
  feedCase(
    'no-declaration-and-capitals',
    rss(GOOD)
      .replace(/<\?xml.*\?>\n/, '')
      .replace(/<rss /, '<RSS ')
      .replace('</rss>', '</RSS>'),
    [good],
  ),
  feedCase(
    'gb2312-as-it-says',
    latin(rss(item(GBK, 'gb', `<description>${GBK}</description>`)).replace('UTF-8', 'gb2312')),
    [{ title: '灯塔亮了，守灯人下楼去了。' }],
  ),
  feedCase(
    'gbk-that-says-utf-8',
    latin(rss(item(GBK, 'gb', `<description>${GBK}</description>`))),
    [{ title: '灯塔亮了，守灯人下楼去了。' }],
    { says: ['says it is UTF-8, but it is not UTF-8; it was read as GB18030'] },
  ),
  feedCase('utf-8-that-says-gb2312', rss(item('灯塔亮了', 'utf8')).replace('UTF-8', 'gb2312'), [{ title: '灯塔亮了' }]),
  feedCase('latin-1', latin(rss(item('Caf\xe9 cr\xe8me', 'latin')).replace('UTF-8', 'iso-8859-1')), [
    { title: 'Café crème' },
  ]),
  feedCase('cyrillic-windows-1251', latin(rss(item('\xcc\xe0\xff\xea', 'mayak')).replace('UTF-8', 'windows-1251')), [
    { title: 'Маяк' },
  ]),
  feedCase('utf-16-with-a-mark', utf16(rss(item('灯塔', 'u16')).replace('UTF-8', 'UTF-16'), true), [{ title: '灯塔' }]),
  feedCase('utf-16-without-one', utf16(rss(item('灯塔', 'u16')), false), [{ title: '灯塔' }], {
    says: ['it is not UTF-8; it was read as UTF-16'],
  }),
  feedCase('iso-2022-jp', latin(rss(item('\x1b$B@!\x1b(B', 'jp')).replace('UTF-8', 'ISO-2022-JP')), [{ title: '澄' }]),
  feedCase(
    'control-characters',
    rss(item('Be\u0007ll\u0000s', 'bells', '<description>Ring\u0008\u001F!</description>')),
    [{ title: 'Bells', holds: ['Ring!'] }],
  ),
  feedCase(
    'a-billion-laughs',
    rss(item('&lol9;', 'lol')).replace(
      '<rss',
      `<!DOCTYPE rss [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at || ''};`.repeat(10)}">`).join('')}]>\n<rss`,
    ),
    [{ title: '&lol9;' }],
  ),
  feedCase(
    'an-external-entity',
    rss(item('Passwords &xxe;', 'xxe')).replace(
      '<rss',
      '<!DOCTYPE rss [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>\n<rss',
    ),
    [{ title: 'Passwords &xxe;', lacks: ['root:'] }],
  ),
  feedCase(
    'no-title-at-all',
    '<rss version="2.0"><channel><item><title>Lone</title><guid isPermaLink="false">1</guid></item></channel></rss>',
    [{ title: 'Lone', source: '', categories: [] }],
    { says: ['one entry has no date'] },
  ),
  feedCase('no-entries', rss(''), [], { says: ['has no entries'] }),
  feedCase('an-empty-file', '', [], { says: ['is empty'] }),
  feedCase('some-other-xml', '<?xml version="1.0"?><urlset><url><loc>https://pier.example/</loc></url></urlset>', [], {
    says: ['is no feed'],
  }),
  feedCase('some-other-json', '{"name":"broadsheet","items":3}', [], {
    extension: '.json',
    says: ['is JSON, but no feed'],
  }),
  feedCase('json-cut-off', '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","content_te', [], {
    extension: '.json',
    says: ['is no JSON'],
  }),
  feedCase(
    'json-with-stray-items',
    '\uFEFF\n{"version":"https://jsonfeed.org/version/1","title":"Slate","items":[null,{"id":"1","content_html":"<p>x</p>","date_published":"2026-09-21T06:30:00Z"},5,{}]}',
    [{ title: '', holds: ['<p>x</p>'] }],
    { extension: '.json', says: ['3 of its items are empty or no object'] },
  ),
  feedCase(
    'titles-yaml-would-lose',
    rss(
      [
        '【x】 #1: y',
        '- dash',
        '"Quoted"',
        "'Single'",
        '&quot;It&#39;s&quot; &apos;here&apos;',
        '@at',
        '*star &amp; anchor',
        '{brace}',
        '---',
        'yes',
        '007',
        '1e3',
        'null',
        '!!tag',
        'a\\nb',
        'key: value',
        '% percent',
        '|',
        'AT&amp;amp;T',
        '&amp;amp;lt; is an entity',
        '💡 𠮷野家',
      ]
        .map((title, at) => item(title, `t${at}`))
        .join('\n'),
    ),
    [
      "\"It's\" 'here'",
      '"Quoted"',
      '% percent',
      '&lt; is an entity',
      "'Single'",
      '*star & anchor',
      '- dash',
      '---',
      '007',
      '1e3',
      '@at',
      'AT&T',
      'a\\nb',
      'key: value',
      'null',
      'yes',
      '{brace}',
      '|',
      '!!tag',
      '【x】 #1: y',
      '💡 𠮷野家',
    ]
      .toSorted((one, other) => (one < other ? -1 : 1))
      .map((title) => ({ title })),
  ),
  feedCase(
    'ten-thousand-entries',
    () => rss(Array.from({ length: 10_000 }, (_, at) => item(`Wave ${at}`, `w${at}`)).join('\n')),
    Array.from({ length: 10_000 }, (_, at) => ({ title: `Wave ${at}` })).toSorted((one, other) =>
      one.title < other.title ? -1 : 1,
    ),
  ),
  feedCase(
    'a-huge-text',
    () =>
      rss(item('Long', 'long', `<description>${'&lt;p&gt;Wave after wave.&lt;/p&gt;'.repeat(200_000)}</description>`)),
    [{ title: 'Long' }],
  ),
  feedCase(
    'atom-without-the-required',
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Bare</title><link href="https://bare.example/1"/></entry></feed>',
    [{ title: 'Bare', original: 'https://bare.example/1', source: '', date: null }],
    { says: ['one entry has no date'] },
  ),
  feedCase(
    'atom-with-an-html-page-inside',
    atom(
      entry(
        'Page',
        'p',
        '<content type="text/html"><![CDATA[<html><head><title>t</title></head><body><p>Inside.</p></body></html>]]></content>',
      ),
    ),
    [{ title: 'Page', holds: ['<p>Inside.</p>'] }],
  ),
];
