import { atom, entry, type FeedCase, feedCase, item, rss } from './feed-case.ts';

const NOON = '2026-09-21T06:30:00Z';

/** Feeds of every kind as their specifications have them. */
export const soundFeeds: readonly FeedCase[] = [
  feedCase(
    'rss-2-0',
    rss(
      [
        item(
          'High tide',
          'tide',
          `<description>How the ferry got away in time.</description><content:encoded><![CDATA[<p>The water <b>rose</b> at noon, and the ferry with it.</p>]]></content:encoded>
          <dc:creator>Keeper of the pier</dc:creator><category>Sea</category><category>Ferries</category>`,
        ),
        item('Low tide', 'low', '<description>&lt;p&gt;Mud &amp;amp; mussels.&lt;/p&gt;</description>'),
      ].join('\n'),
    ),
    [
      {
        title: 'High tide',
        holds: ['<p>The water <b>rose</b> at noon, and the ferry with it.</p>'],
        date: NOON,
        source: 'The Pier',
        categories: ['The Pier'],
        tags: ['Sea', 'Ferries'],
        original: 'https://pier.example/tide',
        description: 'How the ferry got away in time.',
        front: ['writer: Keeper of the pier'],
      },
      { title: 'Low tide', holds: ['<p>Mud &amp; mussels.</p>'], description: '' },
    ],
  ),
  feedCase(
    'rss-0-91',
    `<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Slow News</title><link>https://slow.example/</link><description>Once a week</description>
<language>en-us</language>
<item><title>Snail arrives</title><link>https://slow.example/snail</link><description>It took its time.</description></item>
</channel></rss>`,
    [{ title: 'Snail arrives', date: null, original: 'https://slow.example/snail', lang: null }],
    { says: ['one entry has no date'] },
  ),
  feedCase(
    'rss-0-92-enclosure-and-source',
    `<rss version="0.92"><channel><title>Ferry Radio</title><link>https://radio.example/</link><description>x</description>
<item><title>Fog horn</title><description>Listen.</description><source url="https://harbour.example/rss">The Harbour</source>
<enclosure url="https://radio.example/fog.mp3" length="2400000" type="audio/mpeg"/><pubDate>Sat, 07 Sep 2002 00:00:01 GMT</pubDate></item>
</channel></rss>`,
    [
      {
        title: 'Fog horn',
        holds: ['<p><a href="https://radio.example/fog.mp3">fog.mp3</a> (audio/mpeg, 2.4 MB)</p>'],
        source: 'The Harbour',
        categories: ['Ferry Radio'],
        date: '2002-09-07T00:00:01Z',
      },
    ],
  ),
  feedCase(
    'rss-1-0-rdf',
    `<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="https://dunes.example/rss"><title>The Dunes</title><link>https://dunes.example/</link><description>Sand</description>
<items><rdf:Seq><rdf:li rdf:resource="https://dunes.example/1"/></rdf:Seq></items></channel>
<item rdf:about="https://dunes.example/1"><title>Marram grass</title><link>https://dunes.example/1</link>
<content:encoded><![CDATA[<p>It holds the sand.</p>]]></content:encoded><dc:date>2026-09-21T08:30:00+02:00</dc:date>
<dc:creator>Warden</dc:creator><dc:subject>Plants</dc:subject></item>
</rdf:RDF>`,
    [
      {
        title: 'Marram grass',
        holds: ['<p>It holds the sand.</p>'],
        date: NOON,
        source: 'The Dunes',
        tags: ['Plants'],
        original: 'https://dunes.example/1',
      },
    ],
  ),
  feedCase(
    'rss-0-90-rdf',
    `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
<channel><title>Old Kiosk</title><link>https://kiosk.example/</link></channel>
<item><title>Evening edition</title><link>https://kiosk.example/evening</link></item></rdf:RDF>`,
    [
      {
        title: 'Evening edition',
        holds: ['<p><a href="https://kiosk.example/evening">Evening edition</a></p>'],
        source: 'Old Kiosk',
      },
    ],
    { says: ['one entry has no date'] },
  ),
  feedCase(
    'atom-1-0',
    atom(
      [
        `<entry><title type="html">Gates &amp;amp; &lt;em&gt;sluices&lt;/em&gt;</title><id>tag:lock.example,2026:1</id>
<link rel="edit" href="https://lock.example/edit/1"/><link rel="alternate" type="text/html" href="https://lock.example/1"/>
<link rel="enclosure" type="image/png" href="https://lock.example/1.png"/>
<published>2026-09-21T08:30:00.5+02:00</published><updated>2026-09-22T09:00:00Z</updated>
<author><name>Lock keeper</name></author><category term="water" label="Water"/>
<summary>How a boat climbs.</summary><content type="html">&lt;p&gt;Two gates, one basin.&lt;/p&gt;</content></entry>`,
        entry(
          'Plain &lt;b&gt; text',
          '2',
          '<content type="text">Boats < 40 m.\n\nNo wash!</content>'.replace('< 40', '&lt; 40'),
        ),
      ].join('\n'),
    ),
    [
      {
        title: 'Gates & sluices',
        date: NOON,
        updated: '2026-09-22T09:00:00Z',
        source: 'The Lock',
        tags: ['Water'],
        original: 'https://lock.example/1',
        cover: 'https://lock.example/1.png',
        description: 'How a boat climbs.',
        front: ['writer: Lock keeper'],
      },
      { title: 'Plain <b> text', holds: ['<p>Boats &lt; 40 m.</p>\n<p>No wash!</p>'], updated: null },
    ],
  ),
  feedCase(
    'atom-xhtml-with-bases',
    atom(
      `<entry xml:base="locks/"><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Seven <i>steps</i></div></title>
<id>tag:lock.example,2026:7</id><link href="seven.html"/><updated>2026-09-21T06:30:00Z</updated>
<content type="xhtml" xml:base="img/"><div xmlns="http://www.w3.org/1999/xhtml"><p>See <a href="../map.html">the map</a>.</p><img src="steps.jpg" alt="Steps"/><iframe src="https://player.vimeo.com/video/1"/><p>And the end.</p></div></content></entry>`,
      ' xml:base="https://canal.example/"',
    ),
    [
      {
        title: 'Seven steps',
        original: 'https://canal.example/locks/seven.html',
        holds: [
          '<a href="https://canal.example/locks/map.html">the map</a>',
          'src="https://canal.example/locks/img/steps.jpg"',
          '<iframe src="https://player.vimeo.com/video/1"></iframe><p>And the end.</p>',
        ],
      },
    ],
  ),
  feedCase(
    'atom-0-3',
    `<?xml version="1.0" encoding="utf-8"?><feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Old Weir</title>
<link rel="alternate" type="text/html" href="https://weir.example/"/><modified>2003-12-13T18:30:02Z</modified>
<entry><title>Eels pass</title><link rel="alternate" type="text/html" href="https://weir.example/eels"/><id>tag:weir.example,2003:3</id>
<issued>2003-12-13T08:29:29-04:00</issued><modified>2003-12-13T18:30:02Z</modified><content type="text/html" mode="escaped">&lt;p&gt;At night.&lt;/p&gt;</content></entry></feed>`,
    [
      {
        title: 'Eels pass',
        date: '2003-12-13T12:29:29Z',
        holds: ['<p>At night.</p>'],
        source: 'Old Weir',
        original: 'https://weir.example/eels',
      },
    ],
  ),
  feedCase(
    'json-feed-1-1',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Tin Roof',
      home_page_url: 'https://roof.example/',
      feed_url: 'https://roof.example/feed.json',
      language: 'fr',
      items: [
        {
          id: '2',
          url: 'https://roof.example/2',
          title: 'Pluie & vent',
          content_html: '<p>Il pleut sur le toit de tôle.</p><img src="/2.jpg">',
          summary: 'Une journée grise.',
          date_published: '2026-09-21T08:30:00+02:00',
          date_modified: '2026-09-23T10:00:00Z',
          image: 'https://roof.example/2-cover.jpg',
          tags: ['pluie'],
          authors: [{ name: 'La gouttière' }],
        },
      ],
    }),
    [
      {
        title: 'Pluie & vent',
        holds: ['<img src="https://roof.example/2.jpg">'],
        date: NOON,
        updated: '2026-09-23T10:00:00Z',
        source: 'Tin Roof',
        tags: ['pluie'],
        original: 'https://roof.example/2',
        cover: 'https://roof.example/2-cover.jpg',
        lang: 'fr',
        description: 'Une journée grise.',
      },
    ],
    { extension: '.json' },
  ),
  feedCase(
    'json-feed-of-texts',
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1',
      title: 'Slate',
      items: [
        {
          id: 'https://slate.example/1',
          content_text: 'First line\nsecond <line>\n\nAnother paragraph',
          date_published: NOON,
        },
        { id: 7, url: 'https://slate.example/7', title: 'Seven', content_text: 'x & y', date_published: NOON },
      ],
    }),
    [
      {
        title: '',
        holds: ['<p>First line<br>\nsecond &lt;line></p>\n<p>Another paragraph</p>'],
        original: 'https://slate.example/1',
      },
      { title: 'Seven', holds: ['<p>x &amp; y</p>'] },
    ],
    { extension: '.json' },
  ),
  feedCase(
    'podcast',
    rss(
      `<item><title>Episode 1</title><itunes:title>Bells</itunes:title><guid isPermaLink="false">ep-1</guid>
<pubDate>Mon, 21 Sep 2026 06:30:00 GMT</pubDate><itunes:image href="https://bells.example/1.jpg"/><itunes:author>Ringer</itunes:author>
<enclosure url="https://bells.example/1.mp3?key=a&amp;b=c" length="12345678" type="audio/mpeg"/><itunes:summary>How a bell is cast.</itunes:summary></item>
<item><title>Episode 2</title><guid isPermaLink="false">ep-2</guid><pubDate>Mon, 28 Sep 2026 06:30:00 GMT</pubDate>
<description>&lt;p&gt;&lt;a href="https://bells.example/2.mp3"&gt;Listen&lt;/a&gt;&lt;/p&gt;</description>
<enclosure url="https://bells.example/2.mp3" length="0" type="audio/mpeg"/></item>`,
      '<title>Bells</title><link>https://bells.example/</link><itunes:image href="https://bells.example/all.jpg"/>',
    ),
    [
      {
        title: 'Episode 1',
        cover: 'https://bells.example/1.jpg',
        holds: [
          'How a bell is cast.',
          '<a href="https://bells.example/1.mp3?key=a&amp;b=c">1.mp3</a> (audio/mpeg, 12.3 MB)',
        ],
        original: null,
      },
      { title: 'Episode 2', cover: null, lacks: ['2.mp3</a>'] },
    ],
  ),
  feedCase(
    'media-rss',
    rss(
      [
        item(
          'Two sizes',
          'sizes',
          `<description>Boats.</description><media:content url="https://pier.example/s.jpg" medium="image" width="200"/>
<media:content url="https://pier.example/l.jpg" type="image/jpeg" width="1600"/><media:thumbnail url="https://pier.example/t.jpg"/>`,
        ),
        item(
          'In a group',
          'group',
          '<media:group><media:content url="https://pier.example/v.mp4" type="video/mp4"/><media:thumbnail url="https://pier.example/g.jpg"/></media:group><description>Gulls.</description>',
        ),
        item(
          'By its type',
          'type',
          '<description>Rope.</description><enclosure url="https://pier.example/rope" type="image/webp" length="9"/>',
        ),
      ].join('\n'),
    ),
    [
      { title: 'By its type', cover: 'https://pier.example/rope', lacks: ['<a '] },
      { title: 'In a group', cover: 'https://pier.example/g.jpg' },
      { title: 'Two sizes', cover: 'https://pier.example/l.jpg' },
    ],
  ),
  feedCase(
    'video-channel',
    `<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom">
<title>Harbour films</title><link rel="alternate" href="https://www.youtube.com/channel/UCharbour"/>
<entry><id>yt:video:aB3_dE-fG1h</id><yt:videoId>aB3_dE-fG1h</yt:videoId><title>A crane at work</title>
<link rel="alternate" href="https://www.youtube.com/watch?v=aB3_dE-fG1h"/><published>2026-09-21T06:30:00+00:00</published>
<media:group><media:title>A crane at work</media:title><media:thumbnail url="https://i.ytimg.com/vi/aB3_dE-fG1h/hqdefault.jpg" width="480" height="360"/>
<media:description>It lifts & turns.</media:description></media:group></entry></feed>`.replace(
      'lifts & turns',
      'lifts &amp; turns',
    ),
    [
      {
        title: 'A crane at work',
        holds: ['<iframe src="https://www.youtube.com/embed/aB3_dE-fG1h"></iframe>', '<p>It lifts &amp; turns.</p>'],
        original: 'https://www.youtube.com/watch?v=aB3_dE-fG1h',
      },
    ],
  ),
  feedCase(
    'planet',
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Planet Harbour</title><id>https://planet.example/atom</id><link href="https://planet.example/"/>
${['Net', 'Rope']
  .map(
    (
      name,
    ) => `<entry xml:lang="en"><title>${name} mended</title><id>https://${name.toLowerCase()}.example/1</id><link href="https://${name.toLowerCase()}.example/1"/>
<updated>2026-09-21T06:30:00Z</updated><author><name>${name} maker</name></author><content type="html">Done.</content>
<source><title type="html">The ${name} Blog</title><id>https://${name.toLowerCase()}.example/</id></source></entry>`,
  )
  .join('\n')}</feed>`,
    [
      { title: 'Net mended', source: 'The Net Blog', categories: ['Planet Harbour'], front: ['writer: Net maker'] },
      { title: 'Rope mended', source: 'The Rope Blog', categories: ['Planet Harbour'] },
    ],
  ),
  feedCase(
    'odd-prefixes',
    `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Prefixed</a:title><a:id>urn:x</a:id><a:entry><a:title>Anchor</a:title><a:id>urn:x:1</a:id>
<a:updated>2026-09-21T06:30:00Z</a:updated><a:content type="html">&lt;p&gt;Iron.&lt;/p&gt;</a:content></a:entry></a:feed>`,
    [{ title: 'Anchor', holds: ['<p>Iron.</p>'], source: 'Prefixed' }],
  ),
  feedCase(
    'content-under-another-prefix',
    `<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/"><channel><title>Renamed</title>
<item><title>Oars</title><guid isPermaLink="false">oars</guid><c:encoded><![CDATA[<p>Two of them.</p>]]></c:encoded><d:date>2026-09-21T06:30:00Z</d:date><d:creator>Rower</d:creator></item></channel></rss>`,
    [{ title: 'Oars', holds: ['<p>Two of them.</p>'], date: NOON, front: ['writer: Rower'] }],
  ),
  feedCase(
    'chinese',
    rss(
      `<item><title><![CDATA[【简报】#1 灯塔：夜里亮着]]></title><link>https://dengta.example/1</link><pubDate>2026-09-21 14:30:00</pubDate>
<description><![CDATA[<p>守灯的人每晚上楼两次，一次点灯，一次添油。</p>]]></description><category>海岸</category></item>`,
      '<title>灯塔简报</title><link>https://dengta.example/</link><language>en-US</language>',
    ),
    [
      {
        title: '【简报】#1 灯塔：夜里亮着',
        // Without a zone it is the site's own.
        date: NOON,
        source: '灯塔简报',
        tags: ['海岸'],
        lang: null,
      },
    ],
  ),
];
