// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeArticle } from './corpus-article.js';
import { corpusPath, DEFAULT_SEED } from './make-corpus.js';

// The yardstick: the same articles, printed by Hugo with the least theme that has the same kinds of pages: articles, paged lists of
// all and of each category and source, a feed for each. It neither cleans nor sanitises, and has no app.

const STYLE =
  'body{max-width:42rem;margin:0 auto;padding:0 1rem;font:1.06rem/1.8 serif}img{max-width:100%;height:auto}h1{line-height:1.3}ol{padding:0;list-style:none}nav{display:flex;gap:1rem}table{border-collapse:collapse}pre{overflow:auto}';

const TEMPLATES = {
  '_default/baseof.html': `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{ .Title }}</title><meta name="description" content="{{ .Description }}"><link rel="canonical" href="{{ .Permalink }}">
{{ range .AlternativeOutputFormats }}<link rel="alternate" type="{{ .MediaType.Type }}" href="{{ .RelPermalink }}">{{ end }}
<link rel="icon" href="data:,"><style>${STYLE}</style></head>
<body><header><a href="{{ "/" | relURL }}">{{ site.Title }}</a></header><main>{{ block "main" . }}{{ end }}</main></body></html>
`,
  '_default/single.html': `{{ define "main" }}<article><h1>{{ .Title }}</h1>
<p>{{ with .Params.author }}{{ . }} · {{ end }}{{ if not .Date.IsZero }}<time datetime="{{ .Date.Format "2006-01-02T15:04:05Z07:00" }}">{{ .Date.Format "2006-01-02 15:04" }}</time>{{ end }}
{{ range .GetTerms "categories" }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a> {{ end }}</p>
<div class="article-body">{{ .Content }}</div></article>
<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a>{{ end }}</nav>{{ end }}
`,
  '_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1>
{{ if .IsHome }}<ul>{{ range first 40 site.Taxonomies.categories.ByCount }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.LinkTitle }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}
{{ $pages := .Paginate (cond .IsHome site.RegularPages .RegularPages) }}<ol>{{ range $pages.Pages }}<li><h3><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></h3>
<p>{{ .Params.author }} · {{ if not .Date.IsZero }}<time>{{ .Date.Format "2006-01-02 15:04" }}</time>{{ end }}</p><p>{{ .Plain | htmlUnescape | truncate 100 }}</p></li>{{ end }}</ol>
<nav>{{ with $pages.Prev }}<a href="{{ .URL }}">上一页</a>{{ end }}{{ with $pages.Next }}<a href="{{ .URL }}">下一页</a>{{ end }}</nav>{{ end }}
`,
  '_default/terms.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .LinkTitle }}</a></li>{{ end }}</ul>{{ end }}
`,
};

const CONFIG = {
  baseURL: 'http://localhost:4173/',
  languageCode: 'zh-CN',
  title: 'Hugo',
  paginate: 32,
  hasCJKLanguage: true,
  timeZone: 'Asia/Shanghai',
  taxonomies: { category: 'categories', source: 'sources' },
  services: { rss: { limit: 30 } },
};

/** @returns {string | null} Hugo's version; null where it is not installed */
export function hugoVersion() {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return status === 0 ? (/v\d[\d.]*/.exec(stdout)?.[0] ?? 'unknown') : null;
}

/**
 * Writes a Hugo site with the first `count` articles of a corpus.
 * @param {string} folder @param {number} count @param {{ seed?: string }} [options]
 */
export function makeHugoSite(folder, count, { seed = DEFAULT_SEED } = {}) {
  write(join(folder, 'config.json'), JSON.stringify(CONFIG));
  for (const [name, text] of Object.entries(TEMPLATES)) write(join(folder, 'layouts', name), text);
  for (let index = 0; index < count; index++) {
    write(join(folder, 'content/a', corpusPath(index)), hugoFile(makeArticle(seed, index)));
  }
}

/** @param {import('./corpus-article.js').Article} article */
function hugoFile({ title, categories, source, date, body }) {
  const front = {
    title,
    categories,
    sources: [source],
    author: source,
    ...(date !== null && { date: new Date(date).toISOString() }),
  };
  return `${JSON.stringify(front, null, 1)}\n\n${body}`;
}

/** @param {string} file @param {string} text */
function write(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
