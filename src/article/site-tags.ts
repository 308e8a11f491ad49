import { cutAtFences } from './markdown-fences.ts';

/**
 * What Markdown of Hexo, Hugo and Jekyll holds besides Markdown: tags that only their own programs understand. Pictures, videos
 * and code become what they stand for; tags that set a frame round text go, the text stays; all others stay as written.
 */

interface SiteTag {
  readonly pattern: RegExp;
  readonly become: (whole: string, ...groups: string[]) => string;
}

const named = (attributes: string, name: string): string =>
  new RegExp(`(?:^|\\s)(?:${name})\\s{0,5}=\\s{0,5}(?:"([^"]{0,1000})"|'([^']{0,1000})'|(\\S{1,1000}))`, 'i')
    .exec(attributes)
    ?.slice(1)
    .find((value) => value !== undefined) ?? '';

const picture = (src: string, alt: string, caption: string): string => {
  const title = caption.replaceAll('"', '\u201d');
  return `![${alt.replace(/[[\]]/g, '')}](<${src.replace(/[<>]/g, '')}>${title === '' ? '' : ` "${title}"`})`;
};

function pictureOf(whole: string, attributes: string): string {
  const src = named(attributes, 'src|url|image_path|file|image');
  if (src === '') return whole;
  return picture(src, named(attributes, 'alt'), named(attributes, 'caption') || named(attributes, 'title'));
}

const players: Readonly<Record<string, string>> = {
  youtube: 'https://www.youtube.com/embed/',
  bilibili: 'https://player.bilibili.com/player.html?bvid=',
  vimeo: 'https://player.vimeo.com/video/',
};

const frames =
  'note|tabs?|tip|callout|admonition|spoiler|fold|folding|cq|centerquote|raw|notice|details|quote|blockquote|alert|hint|warning|info';

const tags: readonly SiteTag[] = [
  { pattern: /\{\{[<%]\s{0,9}(?:figure|img|image)\s([^{}]{1,2000})[>%]\}\}/g, become: pictureOf },
  { pattern: /\{%\s{0,9}include\s{1,9}\S{0,60}(?:figure|image|img)\S{0,60}\s([^%]{1,2000})%\}/g, become: pictureOf },
  {
    pattern: /\{%\s{0,9}asset_img\s{1,9}(\S{1,300}\.(?:jpe?g|png|gif|webp|avif|svg))\s{0,9}([^%]{0,500})%\}/gi,
    become: (_, src, title) => picture(src ?? '', (title ?? '').trim(), ''),
  },
  {
    pattern: /(?:\{\{<|\{%)\s{0,9}(youtube|bilibili|vimeo)\s{1,9}["']?([\w-]{5,20})["']?\s{0,9}(?:>\}\}|%\})/g,
    become: (_, player, id) => `\n\n<iframe src="${players[player ?? ''] ?? ''}${id ?? ''}"></iframe>\n\n`,
  },
  {
    pattern: /^\{(?:%|\{<)\s{0,9}(?:highlight|codeblock)\s{1,9}([\w+#-]{1,20})?[^%>\n]{0,200}(?:%|>\})\}[ \t]*$/gm,
    become: (_, language) => `\`\`\`${language ?? ''}`,
  },
  {
    pattern:
      /^\{%\s{0,9}end(?:highlight|codeblock)\s{0,9}%\}[ \t]*$|^\{\{<\s{0,9}\/\s{0,9}highlight\s{0,9}>\}\}[ \t]*$/gm,
    become: () => '```',
  },
  {
    pattern: new RegExp(
      `^\\{(?:%|\\{[<%])\\s{0,9}/?\\s{0,9}(?:end)?(?:${frames})(?:\\s[^%>{}\\n]{0,200})?(?:%|[>%]\\})\\}[ \\t]*$`,
      'gm',
    ),
    become: () => '\n',
  },
  { pattern: /\{%\s{0,9}(?:end)?raw\s{0,9}%\}/g, become: () => '' },
  // Attributes of kramdown and Pandoc.
  { pattern: /^\{:[^{}\n]{0,200}\}[ \t]*$/gm, become: () => '' },
  { pattern: /^[*-] toc\s{0,3}\n\{:toc[^{}\n]{0,100}\}[ \t]*$/gim, become: () => '' },
  {
    pattern: /^(#{1,6} [^\n]{1,300}?)[ \t]{0,9}\{[#.:][^{}\n]{0,100}\}[ \t]*$/gm,
    become: (_, heading) => heading ?? '',
  },
  { pattern: /^(?:@?\[toc\](?:\([^()\n]{0,100}\))?|\[\[_?toc_?\]\])[ \t]*$/gim, become: () => '' },
  // `![](a.jpg =600x400)`.
  {
    pattern: /(!\[[^[\]\n]{0,300}\]\([^()\s]{1,1000}) =\d{0,5}%?x?\d{0,5}%?\)/g,
    become: (_, start) => `${start ?? ''})`,
  },
  { pattern: /^> \[!(note|tip|important|warning|caution)\][ \t]*$/gim, become: (_, kind) => `> **${kind ?? ''}**  ` },
  {
    pattern:
      /^:{3,6}[ \t]{0,9}(?:(?:note|tip|info|warning|danger|caution|important|details|tabs?|center)\b[ \t]{0,9}([^\n:]{0,100}))?[ \t]*$/gim,
    become: (_, title) => (title ? `\n**${title.trim()}**\n` : '\n'),
  },
];

const rewritten = (text: string): string =>
  tags.reduce((rest, { pattern, become }) => rest.replace(pattern, become), text);

/** Markdown with the tags of site generators → Markdown; what stands in fenced code is left alone. */
export function withoutSiteTags(text: string): string {
  if (!/\{[{%:#.]|:::|\[!|toc_?\]|\]\(\S{1,1000} =/i.test(text)) return text;
  return cutAtFences(text)
    .map((part, at) => (at % 2 === 0 ? rewritten(part) : part))
    .join('\n');
}
