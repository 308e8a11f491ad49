import { scriptAddresses } from './address-vectors.ts';
import { combine, type Piece, vectors } from './vector.ts';

const markdown = { format: 'markdown' } as const;

/** An address in Markdown ends at a blank. */
const addresses = scriptAddresses.filter(([, address]) => !/[\s<>`]/.test(address));

const contexts: readonly (readonly [string, (address: string) => string])[] = [
  ['a link', (address) => `[去看看](${address})`],
  ['a link in brackets', (address) => `[去看看](<${address}>)`],
  ['a picture', (address) => `![图](${address})`],
  ['a picture with a title', (address) => `![图](${address} "题\\" onerror=\\"trap(1)")`],
  ['a definition', (address) => `[去看看][x]\n\n[x]: ${address} 'onclick="trap(1)'`],
  ['an autolink', (address) => `<${address}>`],
  ['a linked picture', (address) => `[![图](${address})](${address})`],
];

const written: readonly Piece[] = [
  ['a script', '<script>trap(1)</script>'],
  ['a picture in a line', '话 <img src=x onerror=trap(1)> 话'],
  ['a block', '<div onclick="trap(1)">\n\n**话**\n\n</div>'],
  ['a title that breaks out', '[话](https://example.com/ "x\\" onmouseover=\\"trap(1)")'],
  ['a title of one quote', '[话](https://example.com/ \'x" onmouseover="trap(1)\')'],
  ['a description that breaks out', '![x" onerror="trap(1)](https://img.example.com/a.jpg)'],
  ['a description with markup', '![<img src=x onerror=trap(1)>](https://img.example.com/a.jpg)'],
  ['an address that breaks out', '[话](https://example.com/"onclick="trap(1))'],
  ['an address with backquotes', '[话](`javascript:trap(1)`)'],
  ['a link in a link', '[[话](javascript:trap(1))](https://example.com/)'],
  ['a link in code', '`[话](javascript:trap(1))`'],
  ['a language that breaks out', '```js" onclick="trap(1)\nx\n```'],
  ['a language with markup', '```<img src=x onerror=trap(1)>\nx\n```'],
  ['code with markup', '```html\n<script>trap(1)</script>\n```'],
  ['indented code', '    <script>trap(1)</script>'],
  ['code in a line', '`<script>trap(1)</script>`'],
  ['code with many ticks', '`` ` <img src=x onerror=trap(1)> ` ``'],
  [
    'a table',
    '| 一 | <img src=x onerror=trap(1)> |\n| --- | :-: |\n| [话](javascript:trap(1)) | `</td><script>trap(1)</script>` |',
  ],
  ['a task', '- [x] <input onfocus=trap(1) autofocus>\n- [ ] 话'],
  ['a heading', '# <a id="root" onclick="trap(1)">题</a> {#root onclick=trap(1)}'],
  ['a heading of lines', '<svg onload=trap(1)>\n==='],
  ['a quotation', '> <iframe src="javascript:trap(1)"></iframe>'],
  ['a list', '1. <style>*{position:fixed}</style>\n2. 话'],
  ['a comment', '<!-- 话 --><img src=x onerror=trap(1)>'],
  ['a comment of two lines', '话 <!--\n\n--> <img src=x onerror=trap(1)>'],
  ['CDATA', '<![CDATA[<img src=x onerror=trap(1)>]]>'],
  ['a declaration', '<!X "<img src=x onerror=trap(1)>">'],
  ['a processing instruction', '<?php <img src=x onerror=trap(1)> ?>'],
  ['an entity', '&lt;img src=x onerror=trap(1)&gt;'],
  ['an entity in an address', '[话](java&#115;cript:trap(1))'],
  ['an entity in a definition', '[话]\n\n[话]: java&Tab;script:trap(1)'],
  ['an escape', '\\<img src=x onerror=trap(1)\\>'],
  ['emphasis that cuts a tag', '<im**g src=x onerror=trap(1)>**'],
  ['bold that cuts a tag', '**“<img src=x onerror=trap(1)”**>'],
  ['a mail', '<x@evil.example?subject=javascript:trap(1)>'],
  ['a bare address', 'https://evil.example/"onclick="trap(1)'],
  ['a bare www', 'www.evil.example/<script>trap(1)</script>'],
  ['a bare user', 'https://user:secret@evil.example/'],
  ['a footnote', '话[^1]\n\n[^1]: <img src=x onerror=trap(1)>'],
  ['an attribute list', '[话](https://example.com/){: onclick="trap(1)" style="position:fixed"}'],
  ['a shortcode', '{{< raw >}}<script>trap(1)</script>{{< /raw >}}'],
  ['a template', '{% raw %}<script>trap(1)</script>{% endraw %} {{ constructor }}'],
  ['front matter again', '---\ntitle: "<script>trap(1)</script>"\n---'],
  ['many brackets', `${'['.repeat(400)}话${']'.repeat(400)}(javascript:trap(1))`],
  [
    'a definition called like a property',
    '[__proto__] [constructor]\n\n[__proto__]: javascript:trap(1)\n[constructor]: javascript:trap(1)',
  ],
];

export const markdownVectors = [
  ...combine('markdown address', contexts, addresses, markdown),
  ...vectors('markdown', written, markdown),
];
