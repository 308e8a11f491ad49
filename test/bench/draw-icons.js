// @ts-check
// Draws the icons of the installed paper from public/favicon.svg: `node test/bench/draw-icons.js`, after the drawing has changed.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const folder = fileURLToPath(new URL('../../public/', import.meta.url));
const drawing = readFileSync(`${folder}favicon.svg`, 'utf8');
/** The ground of the drawing, which systems that cut their own shape want up to the edge. */
const ground = /<rect[^>]* fill="(#[0-9a-f]{6})"/.exec(drawing)?.[1];
if (ground === undefined) throw new Error('public/favicon.svg has no ground of one colour');

/** `share`: how much of the width the drawing takes; a mask may cut away all but a circle of four fifths. */
const icons = [
  { name: 'icon-192.png', size: 192, share: 1 },
  { name: 'icon-512.png', size: 512, share: 1 },
  { name: 'icon-maskable-512.png', size: 512, share: 0.8 },
  { name: 'apple-touch-icon.png', size: 180, share: 0.9 },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  for (const { name, size, share } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const source = `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`;
    await page.setContent(
      `<body style="margin:0;display:grid;place-items:center;height:100vh;background:${share === 1 ? 'none' : ground}">
       <img src="${source}" width="${size * share}" height="${size * share}">`,
    );
    await page.locator('img').evaluate((/** @type {HTMLImageElement} */ image) => image.decode());
    writeFileSync(folder + name, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
