import type { Browser, BrowserContext, Page } from 'playwright-core';

/** What a page is looked at for, besides what is always wrong. */
export interface Expected {
  /** Good paragraphs, pictures and captions that must be there. */
  readonly guards: readonly { readonly words: string; readonly src: string; readonly caption: string }[];
}

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A tab that writes down whatever a hostile page achieves. CSP is off: the allow-list must do it alone. */
export interface WatchedTab {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Faults since the last call. */
  readonly take: () => Promise<readonly string[]>;
}

/** Runs in the page before anything of its own. */
function setTraps(): void {
  const caught: string[] = [];
  const trap = (what: string) => () => {
    caught.push(what);
  };
  Object.assign(window, {
    trap: trap('script run'),
    alert: trap('dialog: alert'),
    confirm: trap('dialog: confirm'),
    prompt: trap('dialog: prompt'),
    print: trap('dialog: print'),
    open: trap('popup: open'),
    takeCaught: () => caught.splice(0),
  });
  document.addEventListener('submit', trap('submitted form'), true);
}

export async function openTab(browser: Browser, site: string, bypassCSP: boolean): Promise<WatchedTab> {
  const window = { viewport: { width: 1280, height: 900 }, locale: 'zh-CN' } as const;
  const context = await browser.newContext({ bypassCSP, ...window, serviceWorkers: 'block' });
  const faults: string[] = [];
  await context.addInitScript(setTraps);
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      console.error(`policy: ${violatedDirective} ${blockedURI} ${sample}`),
    ),
  );
  await context.route(
    (url) => !url.href.startsWith(`${site}/`),
    (route) => {
      const request = route.request();
      if (request.isNavigationRequest()) faults.push(`navigation: ${request.url()}`);
      if (request.resourceType() === 'image') return route.fulfill({ contentType: 'image/png', body: pixel });
      faults.push(`outside request: ${request.resourceType()} ${request.url()}`);
      return route.abort();
    },
  );
  const page = await context.newPage();
  context.on('page', () => faults.push('popup'));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.type()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => faults.push(`crash: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !/Failed to load resource/.test(text))
      faults.push(`console: ${text.slice(0, 300)}`);
  });
  const take = async (): Promise<readonly string[]> => {
    const caught = await page.evaluate(() => (window as unknown as { takeCaught: () => string[] }).takeCaught());
    return [...faults.splice(0), ...caught];
  };
  return { page, context, take };
}

/** Runs in the page: what is wrong with it as it stands. One function, because it is sent there as text. */
export function pageFaults({ guards }: Expected): string[] {
  const faults = new Set<string>();
  const setOf = (names: string) => new Set(names.split(' '));
  const shown = setOf(
    'p br hr h2 h3 h4 h5 h6 strong b em i u s del ins mark small sub sup abbr cite q blockquote code pre kbd samp var ul ol li dl ' +
      'dt dd figure figcaption img table caption colgroup col thead tbody tfoot tr th td a span div section time ruby rt rp wbr ' +
      'bdi details summary',
  );
  // What only we write: in an article, and round it.
  const inStory = setOf('article header h1 button nav');
  const round = setOf(
    'html head body title meta link style script header footer nav aside main article h1 button dialog address search form input ' +
      'datalist option select label fieldset legend output noscript',
  );
  const ownNames =
    /^(?:q|from|to|sort|viewport|description|robots|theme-color|color-scheme|generator|twitter:.*|referrer|author)$/;
  const ownIds = /^(?:root|main|list|settings|page-data|story-title|sections|note-\d+|row-[\w-]+|_[Rr]_\w*|)$/;
  const article = document.querySelector('article');
  const body = document.querySelector('.article-body');

  const addressFault = (name: string, value: string): string | null => {
    if (!/^(?:href|src|xlink:href|data|poster|content)$/.test(name)) return null;
    const compact = [...value]
      .filter((letter) => letter > ' ')
      .join('')
      .toLowerCase();
    const bad = /^(?:\d*;?url=)?["']?(?:javascript|vbscript|data:(?!image\/(?:png|jpe?g|gif|webp|avif)[;,]))/;
    return (name === 'content' ? /^\d*;?url=/.test(compact) : bad.test(compact))
      ? `forbidden address: ${name}=${value.slice(0, 60)}`
      : null;
  };
  const attributesOf = (element: Element) => {
    const name = element.localName;
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute)) faults.add(`handler: ${attribute} on <${name}>`);
      if (
        /^(?:srcdoc|srcset|ping|action|formaction|background|is|slot|contenteditable|accesskey|autofocus|download)$/.test(
          attribute,
        )
      )
        faults.add(`forbidden attribute: ${attribute}`);
      const fault =
        name === 'meta' && attribute === 'content' && element.hasAttribute('property')
          ? null
          : addressFault(attribute, value);
      if (fault) faults.add(fault);
    }
    if (element.hasAttribute('name') && !ownNames.test(element.getAttribute('name') ?? ''))
      faults.add(`clobbered: name=${element.getAttribute('name')}`);
    const known = body?.contains(element) ? /^(?:note-\d+|)$/ : ownIds;
    if (!known.test(element.id)) faults.add(`clobbered: id=${element.id}`);
  };
  const linkOf = (link: Element) => {
    const href = link.getAttribute('href') ?? '';
    const isOut = /^(?:https?:)?\/\//i.test(href);
    const rel = new Set((link.getAttribute('rel') ?? '').split(' '));
    const isSafe = ['noopener', 'noreferrer', 'nofollow', 'ugc'].every((word) => rel.has(word));
    const target = link.getAttribute('target');
    if (isOut && !(isSafe && target === '_blank' && link.getAttribute('referrerpolicy') === 'no-referrer'))
      faults.add(`link out: ${link.outerHTML.slice(0, 120)}`);
    if (target !== null && !(isSafe && target === '_blank')) faults.add(`link target: ${target}`);
  };
  const styleOf = (element: Element, part: string | null) => {
    const style = getComputedStyle(element, part);
    const what = `<${element.localName}>${part ?? ''}`;
    if (/^(?:fixed|absolute|sticky)$/.test(style.position)) faults.add(`overlay: ${style.position} ${what}`);
    const images = [
      style.backgroundImage,
      style.listStyleImage,
      style.cursor,
      style.filter,
      style.content,
      style.maskImage,
    ];
    const others = [style.borderImageSource, style.clipPath, style.backdropFilter, style.shapeOutside];
    if ([...images, ...others].some((value) => value.includes('url('))) faults.add(`CSS url: ${what}`);
  };

  for (const element of document.querySelectorAll('*')) {
    const name = element.localName;
    const isOwn = (element.closest('article') ? inStory : round).has(name);
    if (!(shown.has(name) || isOwn) || (element.namespaceURI ?? '') !== 'http://www.w3.org/1999/xhtml')
      faults.add(`forbidden element: <${name}>${element.closest('article') ? ' in the article' : ''}`);
    attributesOf(element);
  }
  for (const element of article?.querySelectorAll('*') ?? [])
    if (element.hasAttribute('style')) faults.add(`style attribute: ${element.getAttribute('style')}`);
  for (const link of article?.querySelectorAll('a') ?? []) linkOf(link);
  for (const element of body?.querySelectorAll('*') ?? [])
    for (const part of [null, '::before', '::after']) styleOf(element, part);
  if (document.querySelectorAll('meta[http-equiv="refresh" i], base, body style').length > 0)
    faults.add('changed head');
  if (typeof document.getElementById !== 'function' || !(document.body instanceof HTMLBodyElement))
    faults.add('clobbered: document');
  for (
    let element = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    element;
    element = element.parentElement
  )
    if (getComputedStyle(element).position === 'fixed')
      faults.add(`overlay: fixed <${element.localName}> at the centre`);
  const name = document.querySelector('.masthead .name a');
  if (name && scrollY === 0) {
    const { x, y, width, height } = name.getBoundingClientRect();
    if (!name.contains(document.elementFromPoint(x + width / 2, y + height / 2)))
      faults.add('overlay: the masthead is covered');
  }
  if ((document.querySelector('h1')?.textContent ?? '').trim() === '') faults.add('blank page: no heading');
  if ((document.querySelector('#root')?.textContent ?? '').trim().length < 20) faults.add('blank page: no text');
  if (guards.length > 0 && !body) faults.add('blank page: no story');
  const text = body?.textContent ?? '';
  for (const { words, src, caption } of guards) {
    if (!text.includes(words)) faults.add(`lost: ${words}`);
    const picture = body?.querySelector(`img[src="${src}"]`);
    if (!picture) faults.add(`lost: ${src}`);
    else if (!picture.closest('figure')?.querySelector('figcaption')?.textContent?.includes(caption))
      faults.add(`lost: ${caption}`);
  }
  return [...faults];
}
