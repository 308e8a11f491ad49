import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type ScratchSite, serveScratch } from './build-and-serve.ts';
import { launchChromium } from './chromium.ts';
import { sizeIn, standIn } from './picture-stand-in.ts';
import { live, openWatched } from './watched-page.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const paragraph = '<p>潮水退去以后，码头上只剩下几只倒扣的木船，守灯塔的人把绳子一圈一圈收好。</p>';
const hostile = `&lt;img src=x onerror="document.title='ran'"&gt;&lt;script&gt;document.title='ran'&lt;/script&gt;`;

function figure(name: string, caption: string, more = ''): string {
  const size = ' width="1200" height="800"';
  return `<figure><img src="https://far.example/${name}.jpg"${size}${more}><figcaption>${caption}</figcaption></figure>`;
}

function article(slug: string, body: string, more = ''): string {
  return `---\ntitle: 码头，${slug}\ncategories: [海岸]\nauthor: 海岸通讯\nslug: ${slug}\ndate: 2026-11-20\n${more}---\n${body}`;
}

const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const piers = [
  paragraph.repeat(3),
  figure('one', '清晨的码头'),
  paragraph.repeat(3),
  figure('two', hostile, ` alt='"><script>document.title="ran"</script>'`),
  paragraph.repeat(3),
  `<figure><img src="./own.gif"><figcaption>本站自己的</figcaption></figure>`,
  paragraph.repeat(3),
  `<figure><a href="https://far.example/story/"><img src="https://far.example/door.jpg" width="1200" height="800"></a></figure>`,
  paragraph.repeat(20),
].join('\n');

const many = Array.from({ length: 38 }, (_, at) => figure(`m${at + 1}`, `第 ${at + 1} 张`) + paragraph.repeat(4)).join(
  '',
);

let scratch: ScratchSite;
let browser: Browser;
beforeAll(async () => {
  scratch = await serveScratch({
    'own.gif': pixel,
    'piers.html': article('piers', piers),
    'many.html': article('many', many),
    'cover.html': article('cover', paragraph.repeat(9), 'cover: https://far.example/cover.jpg\n'),
  });
  browser = await launchChromium();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser?.close();
  scratch?.close();
});

interface Opened {
  readonly page: Page;
  readonly faults: readonly string[];
  /** Pictures of other hosts that were asked for, by name, and the referrers that were told. */
  readonly asked: string[];
  readonly referrers: string[];
}

interface Visit extends BrowserContextOptions {
  readonly settings?: Readonly<Record<string, string>>;
}

async function open(path: string, { settings = {}, ...options }: Visit = {}): Promise<Opened> {
  const { page, faults } = await openWatched(browser, options);
  const asked: string[] = [];
  const referrers: string[] = [];
  await page.context().route(/^https:\/\/far\.example\//, async (route) => {
    asked.push(new URL(route.request().url()).pathname.slice(1).replace('.jpg', ''));
    const { referer } = await route.request().allHeaders();
    if (referer) referrers.push(referer);
    await route.fulfill(standIn(...sizeIn(route.request().url())));
  });
  await page.addInitScript((data) => {
    localStorage.setItem('broadsheet.settings', JSON.stringify({ version: 1, data }));
  }, settings);
  await page.goto(scratch.site + path);
  await live(page);
  return { page, faults, asked, referrers };
}

const dialog = (page: Page) => page.getByRole('dialog');
const current = (page: Page) => page.locator('.yarl__slide_current');
const links = (page: Page) => page.locator('.article-body figure > a');
const scrollTop = (page: Page) => page.evaluate(() => window.scrollY);

async function openPicture(page: Page, at = 0): Promise<void> {
  await links(page).nth(at).click();
  await dialog(page).waitFor();
  await current(page).waitFor();
}

const closed = (page: Page) => dialog(page).waitFor({ state: 'detached' });
const count = (page: Page) => page.locator('.lightbox-count').innerText();
const isFocused = (page: Page, at: number) =>
  links(page)
    .nth(at)
    .evaluate((link) => link === document.activeElement);

/** How many times as large as it would fit. */
const zoom = (page: Page) =>
  current(page)
    .locator('.yarl__slide_wrapper')
    .evaluate((wrapper) => new DOMMatrix(getComputedStyle(wrapper).transform).a);

describe('a picture that is pressed', () => {
  test('opens over the page with its caption; the page stays where it is, and its address', async () => {
    const { page, faults, referrers } = await open('/a/piers/');
    await links(page).first().scrollIntoViewIfNeeded();
    const before = { top: await scrollTop(page), address: page.url() };
    await openPicture(page);
    await expect
      .poll(() =>
        current(page)
          .locator('img')
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBe(1200);
    expect(await current(page).locator('img').getAttribute('referrerpolicy')).toBe('no-referrer');
    expect(await page.locator('.lightbox-foot').innerText()).toContain('清晨的码头');
    expect(await count(page)).toBe('1 / 3');
    expect(page.url()).toBe(before.address);
    await page.getByRole('button', { name: '关闭' }).click();
    await closed(page);
    expect(await isFocused(page, 0)).toBe(true);
    expect({ top: await scrollTop(page), address: page.url() }).toEqual(before);
    expect(referrers).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('needs a script that comes when somebody points at a picture, not before', async () => {
    const { page } = await open('/a/piers/');
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/assets/lightbox')) scripts.push(request.url());
    });
    await page.mouse.move(5, 5);
    await links(page).first().scrollIntoViewIfNeeded();
    expect(scripts).toEqual([]);
    await links(page).first().hover();
    await expect.poll(() => scripts.length).toBe(1);
    expect(await dialog(page).count()).toBe(0);
  });

  test.each([
    ['with Ctrl', { modifiers: ['ControlOrMeta' as const] }],
    ['with the middle button', { button: 'middle' as const }],
  ])('%s opens in a window of its own', async (_, how) => {
    const { page } = await open('/a/piers/');
    const own = page.locator('.article-body a[href^="/media/"]');
    const [other] = await Promise.all([page.context().waitForEvent('page'), own.click(how)]);
    await other.waitForURL(/\/media\/.*\.gif$/);
    expect(await dialog(page).count()).toBe(0);
  });

  test('opens in a window of its own where the script can’t be had', async () => {
    const { page, referrers } = await open('/a/piers/');
    await page.route('**/assets/lightbox*', (route) => route.abort());
    const [other] = await Promise.all([page.context().waitForEvent('page'), links(page).first().click()]);
    await other.waitForURL('https://far.example/one.jpg');
    expect(await other.evaluate(() => window.opener)).toBeNull();
    expect(referrers).toEqual([]);
    expect(await page.locator('[aria-busy=true]').count()).toBe(0);
  });

  test('leads where its link leads, if that is elsewhere', async () => {
    const { page } = await open('/a/piers/');
    const [other] = await Promise.all([
      page.context().waitForEvent('page'),
      page.locator('a[href="https://far.example/story/"]').click(),
    ]);
    await other.waitForURL('https://far.example/story/');
    expect(await dialog(page).count()).toBe(0);
  });

  test('may be the cover', async () => {
    const { page } = await open('/a/cover/');
    await page.locator('.cover a').click();
    await dialog(page).waitFor();
    expect(await page.locator('.lightbox-count').count()).toBe(0);
    expect(await page.getByRole('button', { name: '下一张' }).count()).toBe(0);
  });
});

describe('by keyboard', () => {
  test('pictures are opened, leafed through, enlarged and left', async () => {
    const { page, faults } = await open('/a/piers/');
    await links(page).first().focus();
    await page.keyboard.press('Enter');
    await dialog(page).waitFor();
    await expect.poll(() => count(page)).toBe('1 / 3');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => count(page)).toBe('2 / 3');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => count(page)).toBe('1 / 3');
    await expect.poll(() => page.getByRole('button', { name: '放大' }).isEnabled()).toBe(true);
    await page.keyboard.press('+');
    await expect.poll(() => zoom(page)).toBeGreaterThan(1.2);
    await page.keyboard.press('-');
    await expect.poll(() => zoom(page)).toBe(1);
    await page.keyboard.press('Escape');
    await closed(page);
    expect(await isFocused(page, 0)).toBe(true);
    expect(faults).toEqual([]);
  });

  test('nothing outside is reached, and every stop is seen', async () => {
    const { page } = await open('/a/piers/');
    await openPicture(page);
    const stops = new Set<string>();
    for (let press = 0; press < 12; press++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const element = document.activeElement ?? document.body;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const seen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
        const inside = element === document.body || element.closest('[role="dialog"]') !== null;
        return `${element.getAttribute('aria-label') ?? element.tagName} ${element === document.body || seen} ${inside}`;
      });
      stops.add(stop);
    }
    expect([...stops].filter((stop) => !stop.endsWith('true true'))).toEqual([]);
    for (const name of ['打开原图', '放大', '关闭', '下一张']) expect([...stops].join()).toContain(name);
  });
});

describe('Back', () => {
  test('closes the picture, Forward opens it, and the list one came from is where it was', async () => {
    const { page, faults } = await open('/');
    await page.locator('ol.rows h3 a', { hasText: 'piers' }).click();
    await links(page).first().waitFor();
    await links(page).first().scrollIntoViewIfNeeded();
    const top = await scrollTop(page);
    await openPicture(page);
    await page.goBack();
    await closed(page);
    expect(await scrollTop(page)).toBe(top);
    expect(await isFocused(page, 0)).toBe(true);
    await page.goForward();
    await dialog(page).waitFor();
    await page.keyboard.press('Escape');
    await closed(page);
    expect(page.url()).toContain('/a/piers/');
    await page.goBack();
    await page.locator('ol.rows').waitFor();
    expect(faults).toEqual([]);
  });

  test('takes one step, however often Esc was pressed', async () => {
    const { page } = await open('/');
    await page.locator('ol.rows h3 a', { hasText: 'piers' }).click();
    await links(page).first().waitFor();
    await openPicture(page);
    for (let press = 0; press < 3; press++) await page.keyboard.press('Escape');
    await closed(page);
    expect(page.url()).toContain('/a/piers/');
    await expect.poll(() => page.evaluate(() => window.history.state.usr)).toBeNull();
  });

  test('after a reload too: the picture is there again', async () => {
    const { page } = await open('/a/piers/');
    await openPicture(page, 1);
    await page.reload();
    await live(page);
    await dialog(page).waitFor();
    expect(await count(page)).toBe('2 / 3');
    await page.goBack();
    await closed(page);
    expect(await page.locator('.article-body').isVisible()).toBe(true);
  });
});

test('captions and descriptions of hostile articles are words', async () => {
  const { page, faults } = await open('/a/piers/');
  await openPicture(page, 1);
  expect(await page.locator('.lightbox-foot p').innerText()).toContain('<img src=x onerror=');
  expect(await page.locator('.lightbox-foot p').evaluate((caption) => caption.children.length)).toBe(0);
  expect(await current(page).locator('img').getAttribute('alt')).toContain('<script>');
  expect(await page.locator('.lightbox script').count()).toBe(0);
  expect(await page.title()).not.toBe('ran');
  expect(faults).toEqual([]);
});

describe('of 38 pictures', () => {
  test('only the neighbours are fetched', async () => {
    const { page, asked } = await open('/a/many/');
    await links(page).first().scrollIntoViewIfNeeded();
    await page.waitForLoadState('networkidle');
    const before = new Set(asked);
    await openPicture(page);
    for (let step = 1; step <= 9; step++) {
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => count(page)).toBe(`${step + 1} / 38`);
    }
    await page.waitForLoadState('networkidle');
    const fetched = asked.filter((name) => !before.has(name)).map((name) => Number(name.slice(1)));
    expect(Math.max(10, ...fetched)).toBeLessThanOrEqual(11);
  });
});

describe('under a thumb', () => {
  async function touch(
    client: CDPSession,
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    points: readonly (readonly [number, number])[],
  ) {
    const touchPoints = points.map(([x, y], id) => ({ x, y, id }));
    await client.send('Input.dispatchTouchEvent', { type, touchPoints });
  }

  /** Fingers from some places to others. */
  async function drag(
    page: Page,
    from: readonly (readonly [number, number])[],
    to: readonly (readonly [number, number])[],
  ) {
    const client = await page.context().newCDPSession(page);
    for (let finger = 1; finger <= from.length; finger++) await touch(client, 'touchStart', from.slice(0, finger));
    for (let step = 1; step <= 8; step++) {
      await touch(
        client,
        'touchMove',
        from.map(
          ([x, y], at) =>
            [x + (((to[at]?.[0] ?? x) - x) * step) / 8, y + (((to[at]?.[1] ?? y) - y) * step) / 8] as const,
        ),
      );
    }
    await touch(client, 'touchEnd', []);
  }

  const still = (page: Page) =>
    expect.poll(() => page.locator('.yarl__carousel').evaluate((carousel) => carousel.getAnimations().length)).toBe(0);

  test('pictures are swept aside, spread, and pulled away', async () => {
    const { page, faults } = await open('/a/many/', phone);
    await links(page).first().tap();
    await dialog(page).waitFor();
    await expect.poll(() => count(page)).toBe('1 / 38');
    await drag(page, [[320, 420]], [[60, 425]]);
    await expect.poll(() => count(page)).toBe('2 / 38');
    await drag(page, [[60, 420]], [[320, 425]]);
    await expect.poll(() => count(page)).toBe('1 / 38');
    await expect.poll(() => page.getByRole('button', { name: '放大' }).isEnabled()).toBe(true);
    await still(page);
    await drag(
      page,
      [
        [180, 420],
        [210, 420],
      ],
      [
        [60, 420],
        [330, 420],
      ],
    );
    await expect.poll(() => zoom(page)).toBeGreaterThan(1.2);
    for (let taps = 0; taps < 2; taps++) await page.getByRole('button', { name: '缩小' }).tap();
    await expect.poll(() => zoom(page)).toBe(1);
    await drag(page, [[195, 300]], [[200, 640]]);
    await closed(page);
    expect(faults).toEqual([]);
  });

  test('buttons are large, and none lies on the picture', async () => {
    const { page } = await open('/a/many/', phone);
    await links(page).first().tap();
    await dialog(page).waitFor();
    const picture = await current(page).locator('img').boundingBox();
    for (const button of await dialog(page).locator('button, a').all()) {
      const box = await button.boundingBox();
      if (!box || !picture) throw new Error('nothing to measure');
      expect.soft(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
      expect.soft(box.y + box.height <= picture.y || box.y >= picture.y + picture.height).toBe(true);
    }
  });
});

describe('the reader’s setting for pictures of other hosts', () => {
  test('"never": only the site’s own are there, and nothing is asked for', async () => {
    const { page, asked } = await open('/a/piers/', { settings: { pictures: 'never' } });
    await page.locator('.article-body a:has(> img)').click();
    await dialog(page).waitFor();
    expect(await page.locator('.yarl__slide img').count()).toBe(1);
    await page.keyboard.press('ArrowRight');
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([]);
  });

  test('"tap": each waits to be asked for, and then is on the page as well', async () => {
    const { page, asked, referrers, faults } = await open('/a/piers/', { settings: { pictures: 'tap' } });
    await page.locator('.article-body a:has(> img)').click();
    await dialog(page).waitFor();
    expect(await count(page)).toBe('3 / 3');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => count(page)).toBe('2 / 3');
    expect(await current(page).innerText()).toContain('far.example');
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([]);
    await current(page).getByRole('button').click();
    await expect.poll(() => current(page).locator('img').count()).toBe(1);
    await expect.poll(() => new Set(asked)).toEqual(new Set(['two']));
    expect(referrers).toEqual([]);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => count(page)).toBe('1 / 3');
    await page.keyboard.press('Escape');
    await closed(page);
    expect(await page.locator('.article-body img[src*="two"]').count()).toBe(1);
    expect(await page.locator('.article-body .waiting-picture').count()).toBe(2);
    expect(faults).toEqual([]);
  });
});

test('a picture that fails says so, and is asked for again on request', async () => {
  const { page, faults } = await open('/a/many/');
  let refuse = true;
  await page.route(/far\.example\/m38/, (route) => (refuse ? route.abort() : route.fulfill(standIn(1200, 800))));
  await openPicture(page);
  await page.evaluate(() => window.history.replaceState({ ...window.history.state, usr: { picture: 37 } }, ''));
  await page.reload();
  await live(page);
  await dialog(page).waitFor();
  await current(page).getByText('图片未能载入').waitFor();
  expect(await page.locator('.lightbox-foot').innerText()).toContain('第 38 张');
  refuse = false;
  await current(page).getByRole('button', { name: '重试' }).click();
  await expect
    .poll(() =>
      current(page)
        .locator('img')
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBe(1200);
  await page.keyboard.press('Escape');
  await closed(page);
  expect(faults).toEqual([]);
});

test('whoever wants no motion gets none', async () => {
  const { page } = await open('/a/piers/', { reducedMotion: 'reduce' });
  await page.evaluate(() => {
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (...args) {
      document.body.dataset.moved = 'yes';
      return animate.apply(this, args);
    };
  });
  await openPicture(page);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => count(page)).toBe('2 / 3');
  await page.keyboard.press('Escape');
  await closed(page);
  expect(await page.locator('body').getAttribute('data-moved')).toBeNull();
});

test.each(['light', 'sepia', 'dark'])('axe finds nothing in the open lightbox, theme %s', async (theme) => {
  const { page } = await open('/a/piers/', { settings: { theme, pictures: 'tap' }, reducedMotion: 'reduce' });
  await page.locator('.article-body a:has(> img)').click();
  await dialog(page).waitFor();
  for (const key of ['ArrowLeft', 'ArrowRight']) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>(() =>
      (window as unknown as { axe: typeof import('axe-core') }).axe.run(document, { resultTypes: ['violations'] }),
    );
    expect
      .soft(
        violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
        ),
      )
      .toEqual([]);
    await page.keyboard.press(key);
  }
});
