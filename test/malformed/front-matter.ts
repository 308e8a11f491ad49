import { type MalformedFile, markdown, published, TAIL, text } from './malformed-file.ts';

const END = `<p>${TAIL}</p>\n`;
const DATE = 'date: 2023-05-06';

const bomb = ['a: &a [fog, fog, fog, fog, fog, fog, fog, fog, fog]'];
for (const [index, name] of [...'bcdefghi'].entries()) {
  const before = 'abcdefgh'[index];
  bomb.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(', ')}]`);
}

export const frontMatter: readonly MalformedFile[] = [
  {
    file: 'front/unclosed.html',
    content: `---\ntitle: Open\n${DATE}\n\n${END}`,
    outcome: published('Open', { says: 'no closing line', line: 1 }),
  },
  { file: 'front/closed-by-dots.html', content: `---\ntitle: Dots\n${DATE}\n...\n${END}`, outcome: published('Dots') },
  {
    file: 'front/opened-only-at-the-end.md',
    content: `title: Late\n${DATE}\n---\n\n${TAIL}\n`,
    outcome: published('Late'),
  },
  {
    file: 'front/closed-with-four-dashes.html',
    content: `---\ntitle: Four\n${DATE}\n----\n${END}`,
    outcome: published('Four', { says: 'no closing line', line: 1 }),
  },
  { file: 'front/four-dashes.html', content: `----\ntitle: Four\n${DATE}\n----\n${END}`, outcome: published('Four') },
  {
    file: 'front/long-dashes.html',
    content: `———\ntitle: Typed by hand\n${DATE}\n———\n${END}`,
    outcome: published('Typed by hand'),
  },
  {
    file: 'front/program.html',
    content: `---js\nmodule.exports = { title: require('fs').readFileSync('/etc/hostname') }\n---\n${END}`,
    outcome: published('The ferry sailed at noon.', { says: '"js" is not read', line: 1 }),
  },
  {
    file: 'front/program-coffee.md',
    content: `---coffee\ntitle: process.exit 3\n---\n${TAIL}`,
    outcome: published('The ferry sailed at noon.', { says: '"coffee" is not read', line: 1 }),
  },
  {
    file: 'front/toml.md',
    content: `+++\ntitle = "Toml"\ndate = 2023-05-06\n+++\n${TAIL}`,
    outcome: published('Toml'),
  },
  {
    file: 'front/toml-broken.md',
    content: `+++\ntitle = "Half\ntags = [\ndate = 2023-05-06\n+++\n${TAIL}`,
    outcome: published('Half', { says: 'TOML' }),
  },
  {
    file: 'front/toml-unclosed.md',
    content: `+++\ntitle = "Open Toml"\ndate = 2023-05-06\n\n${TAIL}`,
    outcome: published('Open Toml', { says: 'no closing line', line: 1 }),
  },
  {
    file: 'front/toml-deep.md',
    content: `+++\ntitle = "Deep"\ndate = 2023-05-06\ntags = ${'['.repeat(5000)}${']'.repeat(5000)}\n+++\n${TAIL}`,
    outcome: published('Deep', { says: 'TOML' }),
  },
  {
    file: 'front/json.md',
    content: `{ "title": "Jay", "date": "2023-05-06" }\n${TAIL}`,
    outcome: published('Jay'),
  },
  {
    file: 'front/json-trailing-comma.md',
    content: `{ "title": "Jay", "date": "2023-05-06", }\n\n${TAIL}`,
    outcome: published('Jay', { says: 'JSON', line: 1 }),
  },
  {
    file: 'front/json-unclosed.md',
    content: `{\n"title": "Jay",\n"date": "2023-05-06",\n\n${TAIL}`,
    outcome: published('Jay', { says: 'JSON', line: 1 }),
  },
  {
    file: 'front/json-deep.md',
    content: `{ "title": "Pit", "date": "2023-05-06", "tags": ${'['.repeat(20_000)}${']'.repeat(20_000)} }\n${TAIL}`,
    outcome: published('Pit'),
  },
  {
    file: 'front/json-semicolons.md',
    content: `"title": "Semi",\n"date": "2023-05-06"\n;;;\n\n${TAIL}`,
    outcome: published('Semi'),
  },
  {
    file: 'front/json-between-semicolons.md',
    content: `;;;\n{ "title": "Semi", "date": "2023-05-06" }\n;;;\n\n${TAIL}`,
    outcome: published('Semi'),
  },
  {
    file: 'front/json-of-prototypes.md',
    content: `{ "__proto__": { "title": "Polluted" }, "constructor": 1, "title": "Plain", "date": "2023-05-06" }\n${TAIL}`,
    outcome: published('Plain'),
  },
  {
    file: 'front/tabs.html',
    content: `---\ntitle:\tTabbed\ndate:\t2023-05-06\ntags:\n\t- a\n\t- b\n---\n${END}`,
    outcome: published('Tabbed'),
  },
  { file: 'front/duplicate-keys.html', content: text('title: First\ntitle: Second'), outcome: published('First') },
  {
    file: 'front/alias-bomb.html',
    content: text(`title: Laughs\n${bomb.join('\n')}\ntags: *i`),
    outcome: published('Laughs', { says: 'front matter' }),
  },
  {
    file: 'front/alias-to-itself.html',
    content: text('title: Snake\ntags: &t [*t]'),
    outcome: published('Snake', { says: 'front matter' }),
  },
  {
    file: 'front/alias-as-title.html',
    content: text('name: &n Anchored\ntitle: *n'),
    outcome: published('*n'),
  },
  {
    file: 'front/alias-without-anchor.html',
    content: text('title: Nobody\ntags: [*gone]'),
    outcome: published('Nobody', { says: 'front matter', line: 3 }),
  },
  {
    file: 'front/tag-of-a-function.html',
    content: text('title: Tagged\ntags: !!js/function "function () { process.exit(3) }"'),
    outcome: published('Tagged'),
  },
  {
    file: 'front/tag-of-binary.html',
    content: text('title: Tagged\nauthor: !!binary R0lGODlhDAAMAIQAAP'),
    outcome: published('Tagged'),
  },
  {
    file: 'front/merge-keys.html',
    content: text('title: Merged\nbase: &b { title: Stolen }\n<<: *b'),
    outcome: published('Merged', { says: 'front matter' }),
  },
  {
    file: 'front/prototype-keys.html',
    content: text('title: Plain\n__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }'),
    outcome: published('Plain'),
  },
  {
    file: 'front/ten-thousand-keys.html',
    content: () => text(`title: Keys\n${Array.from({ length: 10_000 }, (_, n) => `key${n}: ${n}`).join('\n')}`),
    outcome: published('Keys', { says: 'longer than 16384', line: 2 }),
  },
  {
    file: 'front/twenty-thousand-brackets.html',
    content: () => text(`title: Brackets\ntags: ${'['.repeat(20_000)}`),
    outcome: published('Brackets', { says: 'longer than 16384', line: 2 }),
  },
  {
    file: 'front/five-thousand-braces.html',
    content: () => text(`title: Braces\nauthor: ${'{a: '.repeat(5000).slice(0, 9000)}`),
    outcome: published('Braces', { says: 'nested too deep' }),
  },
  {
    file: 'front/dashes-within-dashes.html',
    content: text(`title: Dashes\ncategories: ${'- '.repeat(3000)}end`),
    outcome: published('Dashes'),
  },
  {
    file: 'front/block-scalar-title.html',
    content: text('title: >-\n  Folded\n  title'),
    outcome: published('Folded title'),
  },
  {
    file: 'front/block-scalar-empty.html',
    content: text('title: |'),
    outcome: published('The ferry sailed at noon.'),
  },
  {
    file: 'front/wrong-indents.html',
    content: '---\n  title: Askew\n date: 2023-05-06\n   author: The Pier\n---\n<p>The ferry sailed at noon.</p>',
    outcome: published('Askew'),
  },
  {
    file: 'front/full-width-colon.html',
    content: `---\ntitle：雾\ndate：2023-05-06\n---\n${END}`,
    outcome: published('雾'),
  },
  {
    file: 'front/chinese-keys.html',
    content: `---\n标题: 雾散了\n日期: 2023-05-06\n分类: 海岸\n来源：码头晚报\n---\n${END}`,
    outcome: published('雾散了'),
  },
  {
    file: 'front/title-missing.html',
    content: text('author: The Pier', '<p>Nets were mended. Then it rained.</p>'),
    outcome: published('Nets were mended. Then it rained.'),
  },
  {
    file: 'front/title-and-text-missing.html',
    content: '---\ndate: 2023-05-06\n---\n<img src="https://img.example/fog.jpg">',
    outcome: published('title-and-text-missing', { shows: 'https://img.example/fog.jpg' }),
  },
  { file: 'front/title-empty.html', content: text("title: ''"), outcome: published('The ferry sailed at noon.') },
  { file: 'front/title-null.html', content: text('title: null'), outcome: published('null') },
  { file: 'front/title-tilde.html', content: text('title: ~'), outcome: published('~') },
  { file: 'front/title-number.html', content: text('title: 007'), outcome: published('007') },
  { file: 'front/title-yes.html', content: text('title: yes'), outcome: published('yes') },
  { file: 'front/title-date.html', content: text('title: 2022-01-01'), outcome: published('2022-01-01') },
  { file: 'front/title-list.html', content: text('title: [One, Two]'), outcome: published('[One, Two]') },
  { file: 'front/title-map.html', content: text('title: { en: One }'), outcome: published('{ en: One }') },
  {
    file: 'front/title-as-list-of-lines.html',
    content: text('title:\n  - One\n  - Two'),
    outcome: published('- One - Two'),
  },
  {
    file: 'front/title-of-ten-thousand-characters.html',
    content: () => text(`title: ${'雾'.repeat(10_000)}`),
    outcome: published('雾'.repeat(2000)),
  },
  {
    file: 'front/title-of-markup.html',
    content: text('title: "</title></script><script>alert(1)</script><!-- $& {{x}} %VITE_X%"'),
    outcome: published('</title></script><script>alert(1)</script><!-- $& {{x}} %VITE_X%'),
  },
  {
    file: 'front/title-turned-round.html',
    content: text('title: "Fog \u202egnp.exe\u2066 lifts"'),
    outcome: published('Fog gnp.exe lifts'),
  },
  {
    file: 'front/title-of-combining-marks.html',
    content: text(`title: F${'\u0301'.repeat(400)}og`),
    outcome: published(`F${'\u0301'.repeat(5)}og`),
  },
  {
    file: 'front/title-of-spaces-only.html',
    content: text('title: "\u3000\u200b\u00a0"'),
    outcome: published('The ferry sailed at noon.'),
  },
  {
    file: 'front/several-documents.html',
    content: `---\ntitle: One\n${DATE}\n---\ntitle: Two\n---\n${END}`,
    outcome: published('One', { shows: 'title: Two' }),
  },
  {
    file: 'front/comment-lines.html',
    content: `---\n# made by a machine\ntitle: Remarks # and more\n# date: 1999-01-01\n${DATE}\n---\n${END}`,
    outcome: published('Remarks # and more'),
  },
  {
    file: 'front/directive-first.html',
    content: `%YAML 1.1\n---\ntitle: Directive\n${DATE}\n---\n${END}`,
    outcome: published('Directive'),
  },
  {
    file: 'front/in-a-comment.html',
    content: `<!--\ntitle: Hidden\n${DATE}\n-->\n${END}`,
    outcome: published('The ferry sailed at noon.', { says: 'no front matter', line: 1 }),
  },
  {
    file: 'front/quotes-never-closed.html',
    content: text('title: "Half a quote\nauthor: \'The Pier'),
    outcome: published('"Half a quote'),
  },
  {
    file: 'front/prose-only.txt',
    content: `${TAIL}\nNobody saw it go.\n`,
    outcome: published('The ferry sailed at noon.', { says: 'no front matter', line: 1 }),
  },
  {
    file: 'front/rules-in-markdown.md',
    content: `---\n\n${TAIL}\n\n---\n\nNobody saw it go.\n`,
    outcome: published('The ferry sailed at noon.', { says: 'no front matter', line: 1 }),
  },
  {
    file: 'front/keys-without-values.md',
    content: '---\ntitle:\ndate:\ncategories:\nauthor:\ntags:\ncover:\n---\n\nThe ferry sailed at noon.\n',
    outcome: published('The ferry sailed at noon.'),
  },
  {
    file: 'front/not-a-key-in-it.md',
    content: '---\n: : :\n? ? ?\n- - -\n]]\n---\n\nThe ferry sailed at noon.\n',
    outcome: published(': : : ? ? ?', { says: 'no front matter', line: 1 }),
  },
  {
    file: 'front/whole-document.html',
    content: `<!DOCTYPE html>\n<html><head><title>Page</title><style>p{}</style></head><body>${END}</body></html>`,
    outcome: published('The ferry sailed at noon.', { says: 'no front matter', line: 1 }),
  },
  {
    file: 'front/draft-of-nonsense.html',
    content: text('title: Perhaps\ndraft: maybe'),
    outcome: published('Perhaps'),
  },
  { file: 'front/markdown-body.md', content: markdown('title: Marks'), outcome: published('Marks') },
  {
    file: 'front/language-of-nonsense.html',
    content: text('title: Tongue\nlang: "<x>"'),
    outcome: published('Tongue'),
  },
  {
    file: 'front/front-of-noise.md',
    content: '---\n\u0001\u0002\u0003\n---\n',
    outcome: published('front-of-noise', { shows: 'front-of-noise', says: 'no front matter', line: 1 }),
  },
];
