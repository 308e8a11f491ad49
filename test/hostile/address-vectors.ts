// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a payload, not a template of ours

import { combine, type Piece, vectors } from './vector.ts';

/** Addresses that run, and every way browsers have forgiven to write one. As they stand in a double-quoted attribute. */
export const scriptAddresses: readonly Piece[] = [
  ['plain', 'javascript:trap(1)'],
  ['upper case', 'JAVASCRIPT:trap(1)'],
  ['mixed case', 'jAvAsCrIpT:trap(1)'],
  ['tab inside', 'java\tscript:trap(1)'],
  ['newline inside', 'java\nscript:trap(1)'],
  ['carriage return inside', 'java\rscript:trap(1)'],
  ['all three inside', 'j\na\tv\ra\nscript:trap(1)'],
  ['tab by entity', 'java&#9;script:trap(1)'],
  ['tab by name', 'java&Tab;script:trap(1)'],
  ['newline by entity', 'java&#10;script:trap(1)'],
  ['newline by name', 'java&NewLine;script:trap(1)'],
  ['newline before the colon', 'javascript&#x0a;:trap(1)'],
  ['colon by entity', 'javascript&#58;trap(1)'],
  ['colon by name', 'javascript&colon;trap(1)'],
  ['colon by hexadecimal entity', 'javascript&#x3A;trap(1)'],
  ['brackets by name', 'javascript:trap&lpar;1&rpar;'],
  ['letters by entity', '&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;trap(1)'],
  ['letters by entity without semicolons', '&#106&#97&#118&#97&#115&#99&#114&#105&#112&#116&#58trap(1)'],
  ['letters by long entity', '&#0000106&#0000097&#0000118&#0000097&#0000115&#0000099&#0000114ipt:trap(1)'],
  ['letters by hexadecimal entity', '&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;trap(1)'],
  ['space first', ' javascript:trap(1)'],
  ['many blanks first', ' \t\n\r javascript:trap(1)'],
  ['control character first', '\u0001javascript:trap(1)'],
  ['control character by entity first', '&#1;javascript:trap(1)'],
  ['unit separator by entity first', '&#x1f;javascript:trap(1)'],
  ['NUL inside', 'java\u0000script:trap(1)'],
  ['NUL by entity inside', 'java&#0;script:trap(1)'],
  ['no-break space first', '\u00a0javascript:trap(1)'],
  ['zero-width space first', '\u200bjavascript:trap(1)'],
  ['byte order mark first', '\ufeffjavascript:trap(1)'],
  ['soft hyphen inside', 'java\u00adscript:trap(1)'],
  ['zero-width joiner inside', 'java\u200dscript:trap(1)'],
  ['full-width letters', '\uff4aavascript:trap(1)'],
  ['long s', 'java\u017fcript:trap(1)'],
  ['dotless i', 'javascr\u0131pt:trap(1)'],
  ['percent-encoded', 'javascript%3Atrap(1)'],
  ['percent-encoded letters', '%6a%61vascript:trap(1)'],
  ['double slash and newline', 'javascript://%0atrap(1)'],
  ['looks like a host', 'javascript://example.com/%0d%0atrap(1)'],
  ['line separator', 'javascript://\u2028trap(1)'],
  ['after a space', 'https://example.com/ javascript:trap(1)'],
  ['void', 'javascript:void(trap(1))'],
  ['template string', 'javascript:`${trap(1)}`'],
  ['vbscript', 'vbscript:trap(1)'],
  ['vbscript mixed case', 'VbScRiPt:trap(1)'],
  ['livescript', 'livescript:trap(1)'],
  ['mocha', 'mocha:trap(1)'],
  ['view-source', 'view-source:javascript:trap(1)'],
  ['feed', 'feed:javascript:trap(1)'],
  ['jar', 'jar:javascript:trap(1)!/'],
  ['data html', 'data:text/html,<script>trap(1)</script>'],
  ['data html escaped', 'data:text/html,&lt;script&gt;trap(1)&lt;/script&gt;'],
  ['data html base64', 'data:text/html;base64,PHNjcmlwdD5wYXJlbnQudHJhcCgxKTwvc2NyaXB0Pg=='],
  ['data with charset first', 'data:;charset=utf-8,text/html,<script>trap(1)</script>'],
  ['data without type', 'data:,trap(1)'],
  ['data upper case', 'DATA:TEXT/HTML,%3Cscript%3Etrap(1)%3C/script%3E'],
  ['data with a tab', 'da\tta:text/html,%3Cscript%3Etrap(1)%3C/script%3E'],
  ['data xml', 'data:application/xml,%3Cx xmlns="http://www.w3.org/1999/xhtml"%3E%3C/x%3E'],
  ['data xhtml', 'data:application/xhtml+xml,%3Cscript xmlns="http://www.w3.org/1999/xhtml"%3Etrap(1)%3C/script%3E'],
  ['data svg', 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" onload="trap(1)"/%3E'],
  ['data svg base64', 'data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9InRyYXAoMSkiLz4='],
  ['data svg called png', 'data:image/png+svg,%3Csvg onload="trap(1)"/%3E'],
  ['data javascript', 'data:text/javascript,trap(1)'],
  ['data css', 'data:text/css,*{display:none}'],
  ['blob', 'blob:https://evil.example/1f0c7c0e-0000-4000-8000-000000000000'],
  ['filesystem', 'filesystem:https://evil.example/temporary/x.html'],
  ['file', 'file:///etc/passwd'],
  ['about', 'about:blank'],
  ['chrome', 'chrome://settings/'],
  ['extension', 'chrome-extension://abcdefgh/x.html'],
  ['intent', 'intent://scan/#Intent;scheme=zxing;S.browser_fallback_url=https%3A%2F%2Fevil.example;end'],
  ['app scheme', 'weixin://dl/business/?t=evil'],
  ['ssh', 'ssh://evil.example/'],
  ['ms-word', 'ms-word:ofe|u|https://evil.example/x.docm'],
  ['web socket', 'wss://evil.example/'],
  ['user name', 'https://user@evil.example/'],
  ['user name and password', 'https://user:secret@evil.example/'],
  ['bank as user name', 'https://bank.example&#64;evil.example/'],
  ['password by percent', 'https://bank.example%2F@evil.example/'],
  ['user with tab', 'https://us\ter:pw@evil.example/x.jpg'],
  ['backslashes and a user', 'https:\\\\user:pw@evil.example\\x.jpg'],
];

/** Addresses that are allowed, but lie, or lead where nobody expects: nothing may happen before a click. */
const lyingAddresses: readonly Piece[] = [
  ['backslashes', 'https:\\\\evil.example\\x'],
  ['one slash', 'https:/evil.example/x'],
  ['no slash', 'https:evil.example/x'],
  ['four slashes', 'https:////evil.example/x'],
  ['protocol-relative', '//evil.example/x'],
  ['protocol-relative by backslashes', '\\\\evil.example\\x'],
  ['slash and backslash', '/\\evil.example/x'],
  ['slash, tab, slash', '/\t/evil.example/x'],
  ['three slashes', '///evil.example/x'],
  ['from the root', '/about/../../evil'],
  ['climbing out', '../../../../evil'],
  ['a page of ours', '/about/'],
  ['our data', '/data/edition.json'],
  ['decimal host', 'http://2130706433/x'],
  ['hexadecimal host', 'http://0x7f000001/x'],
  ['octal host', 'http://0177.0.0.1/x'],
  ['short host', 'http://127.1/x'],
  ['IPv6 host', 'http://[::1]/x'],
  ['Cyrillic host', 'https://р\u0430y.example/x'],
  ['full-width host', 'https://ｅｖｉｌ。example/x'],
  ['direction override in it', 'https://evil.example/\u202egpj.exe'],
  ['host with percent signs', 'https://%65vil.example/x'],
  ['newline in it', 'ht\ntps://evil.example/x'],
  ['newline by entity in the scheme', 'ht&#10;tps://evil.example/x'],
  ['port zero', 'https://evil.example:0/x'],
  ['a port of mail', 'https://evil.example:25/x'],
  ['no host', 'https://'],
  ['no host but a query', 'https://?x'],
  ['very long', `https://evil.example/${'a'.repeat(9000)}`],
  ['markup in it', 'https://evil.example/<script>trap(1)</script>'],
  ['quotes by entity', 'https://evil.example/&quot;onclick=&quot;trap(1)'],
  ['redirector to a script', 'https://link.example.com/go?url=javascript:trap(1)'],
  ['redirector to a coded script', 'https://link.example.com/go?url=javascript%3Atrap(1)'],
  ['redirector to data', 'https://link.example.com/?target=data%3Atext%2Fhtml%2C%3Cscript%3Etrap(1)%3C%2Fscript%3E'],
  ['redirector to a password', 'https://link.example.com/?target=https%3A%2F%2Fu%3Ap%40evil.example%2F'],
  ['redirector to a script behind slashes', 'https://link.example.com/?target=//javascript:trap(1)'],
  [
    'redirector to a twice coded script',
    'https://link.example.com/?target=https%253A%252F%252F%2500javascript:trap(1)',
  ],
  [
    'redirector to a redirector to a script',
    'https://a.example/go?to=https%3A%2F%2Fb.example%2Fgo%3Fto%3Djavascript%3Atrap(1)',
  ],
  ['image proxy of a script', 'https://x.workers.dev/?javascript:trap(1)'],
  ['image proxy of a password', 'https://x.workers.dev/?http://u:p@evil.example/x.jpg'],
  ['image proxy of data', 'https://images.weserv.nl/?url=data:text/html,<script>trap(1)</script>'],
  ['image proxy of markup', 'https://wsrv.nl/?url=evil.example/&quot;><script>trap(1)</script>'],
  ['image proxy of a user', 'https://wsrv.nl/?url=ssl:u:p@evil.example/x.jpg'],
  ['image proxy of a drawing', 'https://x.workers.dev/?https://evil.example/x.svg'],
];

type Context = readonly [name: string, make: (address: string) => string];

const linkContexts: readonly Context[] = [
  ['a link', (address) => `<a href="${address}">去看看</a>`],
  ['a link in single quotes', (address) => `<a href='${address.replaceAll("'", '&#39;')}'>去看看</a>`],
  ['a link in upper case', (address) => `<A HREF="${address}">去看看</A>`],
  ['a link after another attribute', (address) => `<a title=x href="${address}" rel=opener target=_top>去看看</a>`],
  ['the second of two', (address) => `<a href="https://example.com/" href="${address}">去看看</a>`],
  ['a picture in a link', (address) => `<a href="${address}"><img src="https://img.example.com/in.jpg"></a>`],
  [
    'an image map',
    (address) =>
      `<map name="m"><area shape="default" href="${address}"></map><img usemap="#m" src="https://img.example.com/m.jpg">`,
  ],
  ['an original', (address) => `<p>原文链接：<a href="${address}">查看原文</a></p>`],
  ['a hidden original', (address) => `<p><a hidden href="${address}">查看原文</a></p>`],
  ['a drawing', (address) => `<svg><a xlink:href="${address}" href="${address}"><text y="9">字</text></a></svg>`],
  ['a formula', (address) => `<math href="${address}" xlink:href="${address}"><mi href="${address}">x</mi></math>`],
];

const sourceContexts: readonly Context[] = [
  ['a picture', (address) => `<img src="${address}">`],
  ['a lazy picture', (address) => `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="${address}">`],
  [
    'a picture of many sizes',
    (address) => `<img srcset="${address} 1x, ${address} 2x" src="https://img.example.com/s.jpg">`,
  ],
  ['a frame', (address) => `<iframe src="${address}"></iframe>`],
  ['a lazy frame', (address) => `<iframe src="about:blank" data-src="${address}"></iframe>`],
  ['a film', (address) => `<video src="${address}" poster="${address}" autoplay controls></video>`],
  ['a source', (address) => `<video poster="${address}"><source src="${address}"></video>`],
  ['a sound', (address) => `<audio src="${address}" autoplay></audio>`],
  ['an embed', (address) => `<embed src="${address}">`],
  ['an object', (address) => `<object data="${address}"></object>`],
  ['a form', (address) => `<form action="${address}"><button formaction="${address}">交</button></form>`],
  ['a picture button', (address) => `<input type="image" src="${address}" formaction="${address}">`],
  ['a background', (address) => `<table background="${address}"><tr><td background="${address}">格</td></tr></table>`],
  ['a quotation', (address) => `<blockquote cite="${address}"><q cite="${address}">话</q></blockquote>`],
  [
    'a video shell',
    (address) =>
      `<div data-zkinfo="{&quot;u&quot;:&quot;${address}.mp4&quot;,&quot;p&quot;:&quot;${address}.jpg&quot;}"></div>`,
  ],
  [
    'a card of ours',
    (address) =>
      `<div data-kind="embed" data-src="${address}" data-title="x" data-poster="${address}"><a href="${address}">x</a></div>`,
  ],
  [
    'a figure of ours',
    (address) => `<figure data-kind="video"><a href="${address}"><img src="${address}"></a></figure>`,
  ],
];

/** Elements that load or lead on their own; most of them have no business in a body at all. */
const loadingContexts: readonly Context[] = [
  ['base', (address) => `<base href="${address}">`],
  ['a style sheet', (address) => `<link rel="stylesheet" href="${address}">`],
  ['an import', (address) => `<link rel="import" href="${address}">`],
  [
    'a preload',
    (address) =>
      `<link rel="preload" as="fetch" href="${address}"><link rel=prefetch href="${address}"><link rel=prerender href="${address}">`,
  ],
  ['a manifest', (address) => `<link rel="manifest" href="${address}"><link rel="icon" href="${address}">`],
  ['a refresh', (address) => `<meta http-equiv="refresh" content="0;url=${address}">`],
  ['a refresh in quotes', (address) => `<meta http-equiv="refresh" content="0; URL='${address}'">`],
  ['a cookie', (address) => `<meta http-equiv="Set-Cookie" content="x=${address}">`],
  ['a body', (address) => `<body background="${address}">`],
  ['a frame set', (address) => `<frameset><frame src="${address}"></frameset>`],
  ['an applet', (address) => `<applet code="${address}" archive="${address}"></applet>`],
  ['a sound behind', (address) => `<bgsound src="${address}">`],
  ['a script', (address) => `<script src="${address}"></script>`],
  ['a module', (address) => `<script type="module" src="${address}"></script>`],
  ['an import map', (address) => `<script type="importmap">{"imports":{"react":"${address}"}}</script>`],
  [
    'speculation rules',
    (address) => `<script type="speculationrules">{"prerender":[{"source":"list","urls":["${address}"]}]}</script>`,
  ],
  ['a use', (address) => `<svg><use href="${address}" xlink:href="${address}"/></svg>`],
  ['an image of a drawing', (address) => `<svg><image href="${address}" xlink:href="${address}"/></svg>`],
  [
    'a filter',
    (address) =>
      `<svg><filter id=f><feImage href="${address}"/></filter><rect width=9 height=9 filter=url(#f) /></svg>`,
  ],
  [
    'an animation',
    (address) => `<svg><a><animate attributeName="href" values="${address}" begin="0s"/><text y=9>字</text></a></svg>`,
  ],
  [
    'a set',
    (address) => `<svg><a><set attributeName="xlink:href" to="${address}" begin="0s"/><text y=9>字</text></a></svg>`,
  ],
  ['a portal', (address) => `<portal src="${address}"></portal><fencedframe src="${address}"></fencedframe>`],
  [
    'an attribution',
    (address) =>
      `<img src="https://img.example.com/r.jpg" attributionsrc="${address}" longdesc="${address}" lowsrc="${address}" dynsrc="${address}">`,
  ],
  [
    'a ping',
    (address) =>
      `<a href="https://example.com/" ping="${address}" download="x.exe" target="root" rel="opener">去看看</a>`,
  ],
  ['a track', (address) => `<video><track kind="subtitles" default src="${address}"></video>`],
  ['a profile', (address) => `<head profile="${address}"></head><html manifest="${address}">`],
];

const shortList = scriptAddresses.filter(([name]) =>
  /^(?:plain|tab inside|tab by entity|data html|data svg|user name and password|control character by entity first)$/.test(
    name,
  ),
);
const outside: readonly Piece[] = [...shortList, ['elsewhere', 'https://evil.example/x']];

/** Players that look like known ones. */
const falsePlayers: readonly Piece[] = [
  ['a known host as sub-domain', 'https://player.bilibili.com.evil.example/player.html'],
  ['a known host as user', 'https://player.bilibili.com@evil.example/player.html'],
  ['a known host as path', 'https://evil.example/player.bilibili.com/player.html'],
  ['a known host before a backslash', 'https://evil.example\\player.bilibili.com/player.html'],
  ['a known host behind a hash', 'https://evil.example#.player.bilibili.com/'],
  ['a known host behind a query', 'https://evil.example?.player.bilibili.com/'],
  ['a known host as suffix of a word', 'https://evilplayer.bilibili.com/player.html'],
  ['a known host in other letters', 'https://player.bilib\u0456li.com/player.html'],
  ['a known host with a tab', 'https://player.bilibili.com\t.evil.example/player.html'],
  ['a known host with a dot', 'https://player.bilibili.com./player.html'],
  ['a known host by a script', 'javascript:trap(1)//player.bilibili.com/'],
  ['a known host with a password', 'https://u:p@player.bilibili.com/player.html'],
  ['a known host with quotes', 'https://player.bilibili.com/&quot;onload=&quot;trap(1)'],
  ['a known host with markup', 'https://player.bilibili.com/"></iframe><script>trap(1)</script>'],
];

export const addressVectors = [
  ...combine('address', linkContexts, [...scriptAddresses, ...lyingAddresses]),
  ...combine('address', sourceContexts, [
    ...scriptAddresses,
    ...lyingAddresses.filter(([name]) => name !== 'very long'),
  ]),
  ...combine('load', loadingContexts, outside),
  ...combine(
    'player',
    [
      [
        'a frame',
        (address) => `<iframe src="${address}" allow="camera *" srcdoc="<script>parent.trap(1)</script>"></iframe>`,
      ],
      ['a card of ours', (address) => `<div data-kind="embed" data-src="${address}"></div>`],
      [
        'an embed',
        (address) => `<embed src="${address}" allowscriptaccess="always" type="application/x-shockwave-flash">`,
      ],
    ],
    falsePlayers,
  ),
  ...vectors('frame', [
    ['srcdoc', '<iframe srcdoc="<script>parent.trap(1)</script>"></iframe>'],
    ['srcdoc by entities', '<iframe srcdoc="&lt;script&gt;parent.trap(1)&lt;/script&gt;"></iframe>'],
    [
      'srcdoc with a source',
      '<iframe src="https://player.bilibili.com/player.html" srcdoc="<script>parent.trap(1)</script>"></iframe>',
    ],
    ['inside', '<iframe><script>trap(1)</script></iframe>'],
    ['ended inside an attribute', '<iframe src="x" title="</iframe><script>trap(1)</script>"></iframe>'],
    ['a name', '<iframe name="trap(1)" src="https://evil.example/"></iframe>'],
    ['onload', '<iframe onload=trap(1)></iframe>'],
    [
      'a sandbox that allows',
      '<iframe sandbox="allow-scripts allow-same-origin allow-top-navigation" src="https://evil.example/"></iframe>',
    ],
    ['credentialless', '<iframe credentialless csp="*" src="https://evil.example/"></iframe>'],
    ['a lazy one', '<iframe loading=eager src="//evil.example"></iframe>'],
    [
      'a script with a file',
      '<object type="text/html" data="data:text/html,<script>parent.trap(1)</script>"><param name="src" value="javascript:trap(1)"></object>',
    ],
    [
      'an object of class',
      '<object classid="clsid:333C7BC4-460F-11D0-BC04-0080C7055A83"><param name="DataURL" value="javascript:trap(1)"></object>',
    ],
    [
      'an object in an object',
      '<object data="x"><object data="data:text/html,<script>trap(1)</script>"></object></object>',
    ],
  ]),
];
