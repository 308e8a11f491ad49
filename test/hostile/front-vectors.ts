// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a payload, not a template of ours
import { scriptAddresses } from './address-vectors.ts';
import type { Piece } from './vector.ts';

/** One hostile front matter, without its fences. */
export interface FrontVector {
  readonly name: string;
  readonly front: string;
}

/** Texts that mean something to one of the places a title goes to: page, head, JSON, feed, map, card, file name, template. */
export const hostileTexts: readonly Piece[] = [
  ['a script', '<script>trap(1)</script>'],
  ['the end of a script', '</script><script>trap(1)</script>'],
  ['the end of a title', '</title><img src=x onerror=trap(1)>'],
  ['the end of an attribute', '"><img src=x onerror=trap(1)>'],
  ['the end of an attribute in one quote', "'><img src=x onerror=trap(1)>"],
  ['a handler', '" onmouseover="trap(1)" x="'],
  ['a comment', '<!-- <script> -->'],
  ['a comment that is open', '<!--'],
  ['a script in a comment', '<!--<script>'],
  ['CDATA', ']]><script>trap(1)</script><![CDATA['],
  ['a drawing', '<svg/onload=trap(1)>'],
  ['entities', '&lt;script&gt;trap(1)&lt;/script&gt;'],
  ['entities twice', '&amp;lt;img src=x onerror=trap(1)&amp;gt;'],
  ['entities by number', '&#60;img src=x onerror=trap(1)&#62;'],
  ['an entity without its end', '&lt&#60&quot'],
  ['replacement patterns', "$& $1 $` $' $$ $<x>"],
  ['a mustache', '{{constructor.constructor("trap(1)")()}}'],
  ['a template string', '${trap(1)} #{trap(1)} <%= trap(1) %> {% x %}'],
  ['a variable of the build', '%VITE_SECRET% %BASE_URL% import.meta.env.MODE'],
  ['JSON', '","x":"</script>","__proto__":{"trap":1},"y":"'],
  ['a backslash', '\\u003cscript\\u003e \\x3cimg\\x3e \\'],
  ['line separators', '一\u2028二\u2029三'],
  ['direction marks', '价\u202e元 100\u202c\u2066话\u2069\u200f'],
  ['control characters', '一\u0001\u0008\u001b[31m二\u007f\u0085'],
  ['a NUL', '一\u0000二'],
  ['marks on marks', `话${'\u0300\u0489'.repeat(200)}`],
  ['a property', '__proto__'],
  ['another property', 'constructor'],
  ['a number', '007'],
  ['a switch', 'yes'],
  ['an exponent', '1e3'],
  ['a page of ours', 'index'],
  ['another page of ours', '404'],
  ['a device', 'con'],
  ['a way out', '../../../../etc/passwd'],
  ['a way out in percent', '%2e%2e%2f%2e%2e%2fevil'],
  ['a way out with backslashes', '..\\..\\evil'],
  ['a query', '?x=1&y=<2>#z'],
  ['emoji', '👩‍👩‍👧‍👦🏳️‍🌈'],
  ['very long', '长'.repeat(3000)],
  ['symbols', "+_&~_%！'^……*`|"],
  ['an address', 'javascript:trap(1)'],
  ['a formula of a sheet', '=HYPERLINK("https://evil.example","x")'],
  ['a tag of YAML', '!!js/function "function(){trap(1)}"'],
  ['an anchor of YAML', '&a *a'],
];

const everywhere = (text: string): string =>
  [
    ...[`title: ${text}`, `author: ${text}`, `description: ${text}`, `tags: [${JSON.stringify(text)}, x]`],
    ...[`slug: ${text}`, `lang: ${text}`, `aliases:\n  - ${JSON.stringify(text)}`, `date: ${text}`, `updated: ${text}`],
    `categories:\n  - ${text}\n  - 二级 ${text}\n  - 三级`,
  ].join('\n');

const addressed = (address: string): string => {
  const quoted = JSON.stringify(address.replaceAll('&#', '&#'));
  return [
    ...[
      'title: 晒谷场的地址',
      `headimg: ${address.replaceAll(/[\r\n]/g, ' ')}`,
      `thumbnail: ${quoted}`,
      `cover: ${quoted}`,
    ],
    ...[
      `image:\n  src: ${quoted}`,
      `original: ${quoted}`,
      `link: ${quoted}`,
      `permalink: ${quoted}`,
      `source: ${quoted}`,
    ],
    ...[`aliases: [${quoted}, "/a/x/", "//evil.example/", "/index.html", "/assets/x.js", "/_headers"]`, 'author: 麻雀'],
  ].join('\n');
};

/** Fields one by one, so that no field's fault hides behind another's. */
const fields = [
  'title',
  'author',
  'description',
  'excerpt',
  'slug',
  'id',
  'lang',
  'date',
  'categories',
  'tags',
  'source',
];
const sharpest = hostileTexts.filter(([name]) =>
  /^(?:a script|the end of an attribute|JSON|a property|a way out|a comment that is open)$/.test(name),
);

const shapes: readonly Piece[] = [
  ['a title over lines', 'title: "一\n  <script>trap(1)</script>\n  二"\nauthor: x'],
  ['a folded title', 'title: >\n  <img src=x onerror=trap(1)>\n  二\nauthor: x'],
  ['a map for a title', 'title: {__proto__: {x: 1}, constructor: "<script>trap(1)</script>"}'],
  ['a list for a title', 'title:\n  - <script>trap(1)</script>\n  - 二'],
  ['a map for an author', 'title: 话\nauthor: {name: "<script>trap(1)</script>", url: "javascript:trap(1)"}'],
  [
    'a bomb of aliases',
    'a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\ntags: [*c,*c,*c,*c]\ntitle: 话',
  ],
  ['an alias to itself', 'tags: &a [*a]\ntitle: 话'],
  ['a merge', 'base: &b {title: evil}\n<<: *b\ntitle: 话'],
  ['a prototype', '__proto__:\n  title: evil\n  draft: false\nconstructor: {prototype: {x: 1}}\ntitle: 话'],
  ['a tag that runs', 'title: !!js/function "function(){trap(1)}"\ntags: !!python/object/apply:os.system ["x"]'],
  ['two documents', 'title: 话\n---\ntitle: 二'],
  ['brackets in brackets', `tags: ${'['.repeat(3000)}\ntitle: 话`],
  ['duplicate keys', 'title: 一\ntitle: <script>trap(1)</script>\nTitle: 三'],
  ['a script for front matter', 'title: 话 */ trap(1) /*\ndate: 2023-11-05'],
];

export const frontVectors: readonly FrontVector[] = [
  ...hostileTexts.map(([name, text]) => ({ name: `front: ${name} everywhere`, front: everywhere(text) })),
  ...scriptAddresses.map(([name, address]) => ({ name: `front address: ${name}`, front: addressed(address) })),
  ...fields.flatMap((field) =>
    sharpest.map(([name, text]) => ({
      name: `front: ${name} as ${field}`,
      front: field === 'title' ? `title: ${text}` : `title: 晒谷场\n${field}: ${text}`,
    })),
  ),
  ...shapes.map(([name, front]) => ({ name: `front: ${name}`, front })),
];
