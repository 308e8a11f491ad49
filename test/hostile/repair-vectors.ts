import { combine, type Piece, vectors } from './vector.ts';

const image = '<img src=x onerror=trap(1)>';
const script = '<script>trap(1)</script>';

/**
 * Aimed at what happens before the parser: `repairHtml` escapes code, takes openers out, empties quotes, renames handlers and bounds
 * the depth. Whatever is inert as it was written must be inert after the repair too.
 */
const inert: readonly Piece[] = [
  ['a picture', image],
  ['a script', script],
  ['a drawing', '<svg onload=trap(1)>'],
  ['a frame', '<iframe srcdoc="<script>parent.trap(1)</script>"></iframe>'],
  ['a link', '<a href="javascript:trap(1)">点</a>'],
  ['a style', '<p style="position:fixed;inset:0" id=root>话</p>'],
];

const hidden: readonly (readonly [string, (payload: string) => string])[] = [
  ['a code sample', (payload) => `<pre><code>${payload}</code></pre>`],
  [
    'a code sample that ends in an attribute',
    (payload) => `<pre><code><p title="</code></pre>${payload}"></code></pre>`,
  ],
  ['a code sample that ends in a comment', (payload) => `<pre><code><!-- </code></pre>${payload} --></code></pre>`],
  ['a code sample in a code sample', (payload) => `<pre><code>a</pre><pre><code>${payload}</code></pre></code></pre>`],
  ['a code sample whose opener ends oddly', (payload) => `<pre title='<code>'><code class="'">${payload}</code></pre>`],
  ['a code sample without its end', (payload) => `<code>${payload}`],
  ['a code sample ended by another', (payload) => `<code>${payload}<p></p><code>x</code>`],
  ['an end of code without a bracket', (payload) => `<code>x</code ${payload}`],
  ['an end of code with a quote', (payload) => `<pre>x</pre title="${payload.replaceAll('"', "'")}">`],
  [
    'a highlighter’s span with a quote',
    (payload) => `<code><span class="hljs-x" title='${payload.replaceAll("'", '"')}'>x</span></code>`,
  ],
  [
    'a copy button',
    (payload) => `<pre><button class="copy-btn" title='x' onclick="trap(1)">${payload}</button>x</pre>`,
  ],
  ['an escaped comment', (payload) => `<code><!--</code>${payload}<code>--></code>`],
  ['a CDATA in a CDATA', (payload) => `<![CDATA[<![CDATA[${payload}]]>]]>`],
  ['a CDATA in a tag', (payload) => `<p title="<![CDATA[">${payload}<p title="]]>">话</p>`],
  ['a CDATA that cuts a tag', (payload) => `<im<![CDATA[g src=x onerror=trap(1)>]]>${payload}`],
  ['a CDATA that cuts a quote', (payload) => `<![CDATA[<p title="]]>${payload}">话</p>`],
  ['a comment in a tag', (payload) => `<p <!-- title="-->${payload}">话</p>`],
  ['a comment that cuts a tag', (payload) => `<im<!-- -->g src=x onerror=trap(1)>${payload}`],
  ['a comment that cuts an end', (payload) => `<style></sty<!-- -->le>${payload}</style>`],
  ['a comment that is none', (payload) => `<!->${payload}<!-->`],
  ['a noscript that is opened', (payload) => `<noscript><p title='</noscript>'>${payload}</noscript>`],
  ['a noscript that cuts a tag', (payload) => `<no<noscript>script>${payload}</noscript>`],
  ['a noscript in an attribute', (payload) => `<p title="<noscript>">${payload}<p title="</noscript>">话</p>`],
  [
    'a lazy picture’s stand-in',
    (payload) =>
      `<img data-src="https://img.example.com/l.jpg"><noscript>${payload}<img src="https://img.example.com/l.jpg"></noscript>`,
  ],
  ['a title that is dropped', (payload) => `<ti<title>x</title>tle>${payload}</title>`],
  ['a script that is dropped', (payload) => `<scr<script>x</script>ipt>trap(1)</script>${payload}`],
  ['a style that is dropped', (payload) => `<<style>x</style>img src=x onerror=trap(1)>${payload}`],
  ['a style that cuts an attribute', (payload) => `<p title="<style>x">y</style>${payload}">话</p>`],
  ['a text area that is escaped', (payload) => `<textarea>${payload}</textarea x>${payload}`],
  ['a xmp that is escaped', (payload) => `<xmp><!--${payload}</xmp>-->`],
  ['a plain text that is dropped', (payload) => `<plain<plaintext>text>${payload}`],
  ['an iframe that is emptied', (payload) => `<iframe src='x' title=">${payload}</iframe>`],
  ['an iframe in an iframe', (payload) => `<iframe><iframe>${payload}</iframe></iframe>`],
  ['a formula read as text', (payload) => `<math><mi>&lt;img src=x onerror=trap(1)&gt;</mi><mo>${payload}</mo></math>`],
  ['a formula that opens', (payload) => `<math><mi title="</math>">${payload}</mi></math>`],
  ['a broken quote', (payload) => `<p class="a>${payload}</p><p class="b">话</p>`],
  ['a broken quote before a handler', (payload) => `<img alt="x>${payload}<img alt="onerror=trap(1) src=x ">`],
  ['a broken quote after a style', (payload) => `<p style="color:red>${payload}</p>`],
  ['a broken quote of the other kind', (payload) => `<p title='a">${payload}'"' onclick=trap(1)>话</p>`],
  ['a broken quote in a link', (payload) => `<a href="https://evil.example/>${payload}</a><a title="x">话</a>`],
  ['a quote after white space', (payload) => `<p title =   "x>${payload}" onclick=trap(1)>话</p>`],
  ['a quote after much white space', (payload) => `<p title=${' '.repeat(20)}">${payload}">话</p>`],
  ['a quote after a form feed', (payload) => `<p title=\f"a>b${payload}">话</p>`],
  ['a quote after a slash', (payload) => `<p title=/"a>b${payload}">话</p>`],
  ['a quote in a name', (payload) => `<p a"b=">${payload}">话</p>`],
  ['a quote after an attribute', (payload) => `<p title=x"y="${payload}">话</p>`],
  ['a quote without an equals sign', (payload) => `<p "onclick=trap(1)>${payload}</p>`],
  ['equals signs', (payload) => `<p ==">${payload}" =' onclick=trap(1)>话</p>`],
  ['a style within a quote', (payload) => `<p title="style=">${payload}</p><p title=" onclick=trap(1)">话</p>`],
  [
    'a style that is renamed into a quote',
    (payload) => `<img style='x"' style="'" src=x onerror='trap(1)' alt="${payload.replaceAll('"', '')}">`,
  ],
  ['a stray tag', (payload) => `用 <T extends List<${payload}>> 写`],
  ['a stray tag in a sentence', (payload) => `写 <script> 在 ${payload} 前，再写 </script> 在后`],
  ['a tag meant as text', (payload) => `在 <style> 里写 ${payload}，不写 </style>。`],
  ['a tag of generics', (payload) => `Map<String, ${payload}> 话`],
  ['an option without its choice', (payload) => `<option>${payload}<p>话</p></option>`],
  ['a description without its drawing', (payload) => `<desc>${payload}</desc><mtext>${payload}</mtext>`],
  ['lists that cross', (payload) => `<ul><li>${payload}</ol><ol><li>${payload}</ul>`],
  ['more than the depth', (payload) => `${'<div>'.repeat(205)}${payload}${'</div>'.repeat(205)}`],
  [
    'more than the depth of drawings',
    (payload) => `${'<div>'.repeat(205)}<svg><style>${payload}</style></svg>${'</div>'.repeat(205)}`,
  ],
  [
    'more than the depth of titles',
    (payload) => `${'<div>'.repeat(205)}<svg><title></svg>${payload}</title></svg>${'</div>'.repeat(205)}`,
  ],
  [
    'more than the depth of code',
    (payload) => `<pre>${'<span class="hljs-x">'.repeat(70)}${payload}${'</span>'.repeat(70)}</pre>`,
  ],
  ['a declaration that is dropped', (payload) => `<<!x>img src=x onerror=trap(1)>${payload}`],
  ['an empty end that is dropped', (payload) => `<</>img src=x onerror=trap(1)>${payload}`],
  ['an empty end that joins a name', (payload) => `<scr</ >ipt>trap(1)</scr</ >ipt>${payload}`],
  ['a query that is dropped', (payload) => `<<?x>script>trap(1)</script>${payload}`],
  ['a NUL', (payload) => `<\u0000p title="\u0000">${payload}</\u0000p>`],
  ['an upper-case end', (payload) => `<STYLE></sTyLe>${payload}<TITLE></tItLe >`],
  ['a letter that grows in lower case', (payload) => `<p title="${'İ'.repeat(40)}"></p><style></STYLE>${payload}`],
  ['a Kelvin sign in an end', (payload) => `<style></\u017ftyle>${payload}</style>`],
  ['half an entity', (payload) => `&l<b></b>t;${payload}&#<i></i>60;img src=x onerror=trap(1)&gt;`],
];

/** What is escaped once must stay so, whichever step decodes what. */
const escaped: readonly Piece[] = [
  ['in code', '<pre><code>&lt;script&gt;trap(1)&lt;/script&gt;</code></pre>'],
  ['in code, half', '<pre><code>&lt;script><img src=x onerror=trap(1)>&lt;/script></code></pre>'],
  ['in code, twice', '<pre><code>&amp;lt;script&amp;gt;trap(1)</code></pre>'],
  ['in a text area', '<textarea>&lt;/textarea&gt;&lt;img src=x onerror=trap(1)&gt;</textarea>'],
  ['in xmp', '<xmp>&lt;img src=x onerror=trap(1)&gt;</xmp>'],
  ['in a title', '<title>&lt;img src=x onerror=trap(1)&gt;</title>'],
  ['in a formula', '<math><mtext>&lt;img src=x onerror=trap(1)&gt;</mtext></math>'],
  ['in a drawing', '<svg><text>&lt;img src=x onerror=trap(1)&gt;</text></svg>'],
  ['in CDATA', '<![CDATA[&lt;img src=x onerror=trap(1)&gt;]]>'],
  ['in an attribute', '<p title="&lt;img src=x onerror=trap(1)&gt;">话</p>'],
  ['in a frame', '<iframe>&lt;img src=x onerror=trap(1)&gt;</iframe>'],
  ['in noscript', '<noscript>&lt;img src=x onerror=trap(1)&gt;</noscript>'],
];

export const repairVectors = [...combine('repair', hidden, inert), ...vectors('escaped', escaped)];
