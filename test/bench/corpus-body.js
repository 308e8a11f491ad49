// @ts-check
import { caption, paragraph, sentence } from './corpus-story.js';

/** @typedef {import('./seeded-random.js').Random} Random */
/** @typedef {import('./corpus-story.js').Story} Story */

/**
 * A picture on another host.
 * @typedef {object} RemotePicture
 * @property {string} path below any host
 * @property {number} width
 * @property {number} height
 * @property {string} caption empty where it has none
 */

/** What every shape is made from. @typedef {{ random: Random, story: Story, paragraphs: number, pictures: readonly RemotePicture[] }} Matter */

/** @param {Random} random @param {Story} story @param {number} index @returns {readonly RemotePicture[]} */
export function makePictures(random, story, index) {
  const many = random.chance(0.25) ? 0 : random.whole(1, 6);
  return Array.from({ length: many }, (_, number) => {
    const [width, height] = random.pick(
      /** @type {const} */ ([
        [600, 352],
        [640, 420],
        [1080, 648],
        [550, 733],
        [900, 600],
      ]),
    );
    const path = `d/${index % 1000}/w${width}h${height}/${(index * 7 + number).toString(16)}-${story.mark.toLowerCase()}.jpg`;
    return { path, width, height, caption: random.chance(0.6) ? caption(random, story) : '' };
  });
}

/** @typedef {(matter: Matter) => string} Shape a body without the element round it */

/** Portal: paragraphs with two wide blanks, pictures in wrappers. @type {Shape} */
function wrapped(matter) {
  const { random, story } = matter;
  return weave(matter, {
    text: (text) => `<p>　　${random.chance(0.08) ? stockLink(text, story) : text}</p>`,
    picture: ({ path, caption }, number) =>
      `<div class="img_wrapper"><img id="${number}" src="https://n.pictures.example/${path}" alt="${caption}" referrerpolicy="no-referrer"><span class="img_descr">${caption}</span></div>`,
  });
}

/** @param {string} text @param {Story} story */
function stockLink(text, story) {
  const code = `sz${story.mark.slice(3)}`;
  const link = `<span id="stock_${code}"><a href="https://finance.pictures.example/${code}/" class="keyword" target="_blank">${story.org}</a></span><span id="quote_${code}"></span>`;
  return text.replace(story.org, link);
}

/** A text that was typed with line breaks. @type {Shape} */
function broken(matter) {
  return weave(matter, {
    text: (text) => `　　${text}<br><br>`,
    picture: ({ path }) => `<img src="http://img.pictures.example/${path}" referrerpolicy="no-referrer"><br>`,
  });
}

/** Pictures that a script was to load later. @type {Shape} */
function lazy(matter) {
  return weave(matter, {
    text: (text) => `<p>${text}</p>`,
    picture: ({ path, width, height, caption }, number) =>
      `<div class="img_box" id="id_imagebox_${number}" onclick><div class="content_img_div perview_img_div"><img class="lazy opacity_0 " id="img_${number}" data-original="http://zk.pictures.example/${path}" data-height="${height}" data-width="${width}" src="https://cors.pictures.workers.dev/?http://zk.pictures.example/${path}" referrerpolicy="no-referrer"></div></div>${caption && `<div class="zk_decsimg">${caption}</div>`}`,
  });
}

/** Copied from a chat programme's articles: hidden as a whole, every line styled. @type {Shape} */
function styled(matter) {
  const { random } = matter;
  const inner = weave(matter, {
    text: (text) =>
      `<section style="margin:0 8px 16px;line-height:2em;letter-spacing:1px;"><span style="font-size:15px;color:rgb(63,63,63);">${random.chance(0.15) ? `<strong>${text}</strong>` : text}</span></section>\n<section><br></section>`,
    picture: ({ path, width, height }) =>
      `<section style="text-align:center;"><img class="rich_pages" data-ratio="${(height / width).toFixed(3)}" data-src="https://mm.pictures.example/${path}" data-type="jpeg" data-w="${width}"></section>`,
  });
  return `<div class="rich_media_content " id="js_content" style="visibility: hidden; opacity: 0; ">\n${inner}\n</div>`;
}

/** @type {Shape} */
function figures(matter) {
  const { random, story } = matter;
  return weave(matter, {
    text: (text) =>
      `${random.chance(0.12) ? `<h2>${random.pick(story.things)}</h2>\n` : ''}<p style="text-indent:2em;">\n${text}\n</p>`,
    picture: ({ path, width, height, caption }) =>
      `<figure><img data-src="https://cdn.pictures.example/${path}" width="${width}" height="${height}" alt="${caption}">${caption && `<figcaption>${caption}</figcaption>`}</figure>`,
  });
}

/** A programmer's post. @type {Shape} */
function code(matter) {
  const { random, story } = matter;
  const name = `run${random.whole(100, 999)}`;
  const sample = [
    `<pre><code class="hljs language-js"><span class="hljs-keyword">function</span> ${name}(<span class="hljs-params">queue</span>) &#123;`,
    `  <span class="hljs-comment">// ${random.pick(story.things)}</span>`,
    `  <span class="hljs-keyword">if</span> (queue.length &lt; ${random.whole(2, 64)} &amp;&amp; queue.open) <span class="hljs-keyword">return</span> <span class="hljs-string">'${story.mark}'</span>;`,
    ...Array.from(
      { length: random.whole(2, 14) },
      (_, line) => `  queue.push(&#123; step: ${line}, size: ${random.whole(1, 4096)} &#125;);`,
    ),
    '&#125;\n</code></pre>',
  ].join('\n');
  const text = figures(matter);
  const middle = text.indexOf('\n<p', text.length / 2);
  return middle < 0 ? `${text}\n${sample}` : `${text.slice(0, middle)}\n${sample}${text.slice(middle)}`;
}

/** @type {Shape} */
function table(matter) {
  const { random, story } = matter;
  const row = () =>
    `<tr><td>${random.favour(story.field.things)}</td><td>${random.whole(1, 900)}</td><td>${random.whole(1, 900) / 10}%</td></tr>`;
  const rows = Array.from({ length: random.whole(3, 12) }, row).join('\n');
  return `${wrapped(matter)}\n<table border="1"><tbody>\n<tr><th>项目</th><th>数量</th><th>占比</th></tr>\n${rows}\n</tbody></table>\n<p>　　${sentence(random, story)}</p>`;
}

/** One line and nothing else. @type {Shape} */
function stub({ random, story, pictures }) {
  const [picture] = pictures;
  return picture === undefined || random.chance(0.5)
    ? `<p>${sentence(random, story)}</p>`
    : `<img src="https://img.pictures.example/${picture.path}" referrerpolicy="no-referrer">`;
}

/** How often each shape is met, of 100. @type {readonly (readonly [number, Shape])[]} */
const SHAPES = [
  [40, wrapped],
  [13, broken],
  [14, lazy],
  [11, styled],
  [11, figures],
  [4, code],
  [4, table],
  [3, stub],
];

/** @param {Random} random @param {string} field @returns {Shape} */
function chooseShape(random, field) {
  if (field === '编程' && random.chance(0.5)) return code;
  let left = random.next() * 100;
  for (const [share, shape] of SHAPES) {
    left -= share;
    if (left < 0) return shape;
  }
  return wrapped;
}

/**
 * The body of an article as a feed reader's script writes it: a `<div>`, one of the known shapes, one of the known tails.
 * @param {Random} random @param {Story} story @param {readonly RemotePicture[]} pictures @param {string} title
 */
export function makeBody(random, story, pictures, title) {
  const paragraphs = random.chance(0.02) ? random.whole(60, 120) : 6 + Math.floor(36 * random.next() ** 1.5);
  const shape = chooseShape(random, story.field.name);
  const head = random.chance(0.2) ? `<p>　　原标题：${title}</p>\n` : '';
  const tails = shape === stub ? '' : `${editor(random, story)}${promotion(random, story)}`;
  return `<div>   \n${head}${shape({ random, story, paragraphs, pictures })}${tails}\n  \n</div>\n            `;
}

/** @param {Random} random @param {Story} story */
function editor(random, story) {
  if (random.chance(0.35)) return `\n<p>　　责任编辑：${story.people[1]}</p>`;
  return random.chance(0.15) ? `\n<p><a href="https://www.pictures.example/p/${story.mark}">查看原文</a></p>` : '';
}

const QR_STYLE = [
  '.appendQr_wrap&#123;border:1px solid #E6E6E6;padding:8px;&#125;',
  '.appendQr_normal&#123;float:left;&#125;',
  '.appendQr_normal img&#123;width:74px;&#125;',
  '.appendQr_normal_txt&#123;float:left;font-size:20px;line-height:74px;padding-left:20px;color:#333;&#125;',
].join('\n            ');

/** @param {Random} random @param {Story} story */
function promotion(random, story) {
  if (!random.chance(0.4)) return '';
  return `<!-- news_keyword_pub,stock,${story.mark} -->\n\n\n\n<!-- 总声明 -->\n\n\n\n<style>\n            ${QR_STYLE}\n</style>\n<div class="appendQr_wrap">\n<div class="appendQr_normal"><img src="https://n.pictures.example/qr/w400h400/qr.png" alt="" referrerpolicy="no-referrer"></div>\n<div class="appendQr_normal_txt">更多消息请扫描二维码关注（${story.field.name}频道）</div>\n</div>`;
}

/**
 * @typedef {object} Weave
 * @property {(text: string) => string} text
 * @property {(picture: RemotePicture, number: number) => string} picture
 */

/** Paragraphs with the pictures spread among them. @param {Matter} matter @param {Weave} weave */
function weave({ random, story, paragraphs, pictures }, { text, picture }) {
  const every = Math.max(1, Math.floor(paragraphs / (pictures.length + 1)));
  const lines = [];
  let next = 0;
  for (let number = 0; number < paragraphs; number++) {
    const due = pictures[next];
    if (due !== undefined && number === (next + 1) * every - 1) lines.push(picture(due, next++));
    lines.push(text(paragraph(random, story)));
  }
  return lines.join('\n');
}
