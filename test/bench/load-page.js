// @ts-check
import { setTimeout } from 'node:timers/promises';
import { startProbe } from './page-probe.js';

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./page-probe.js').Seen} Seen */
/** @typedef {import('./page-probe.js').ProbedWindow} ProbedWindow */

/**
 * How slow the network and the processor are made.
 * @typedef {object} Conditions
 * @property {'phone' | 'desktop'} window
 * @property {boolean} slowNetwork
 * @property {number} cpu 4: four times slower
 */

/** Slow 4G as Lighthouse names it: 150 ms, 1.6 Mbit/s down, 0.75 Mbit/s up. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6e6 / 8) | 0,
  uploadThroughput: (0.75e6 / 8) | 0,
};

const WINDOWS = {
  phone: { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
};

/**
 * One request of our own server; bytes as they were on the wire, compressed. Times in milliseconds since the navigation began.
 * @typedef {object} Loaded
 * @property {string} path
 * @property {number} start
 * @property {number} end
 * @property {number} bytes
 * @property {readonly (readonly [number, number])[]} parts time and bytes, as they arrived
 */

/**
 * A page that has come to rest.
 * @typedef {object} OpenPage
 * @property {Page} page
 * @property {import('playwright-core').CDPSession} session
 * @property {Seen} seen
 * @property {readonly Loaded[]} loaded grows while the page is used
 * @property {() => Promise<void>} quiet waits until nothing has been asked for and nothing has arrived for a while
 * @property {() => Promise<void>} close
 */

const QUIET_MS = 600;

/**
 * Opens an address with nothing cached and waits until it is quiet. Pictures of other hosts can't be reached.
 * @param {Browser} browser @param {string} address @param {Conditions} conditions
 * @returns {Promise<OpenPage>}
 */
export async function loadPage(browser, address, { window: kind, slowNetwork, cpu }) {
  // The words of the site's own language are part of what is measured, another's would come on top.
  const context = await browser.newContext({ ...WINDOWS[kind], locale: 'zh-CN' });
  const page = await context.newPage();
  await page.addInitScript(startProbe);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  if (slowNetwork) await session.send('Network.emulateNetworkConditions', SLOW_4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  const network = watchNetwork(session, new URL(address).origin);
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForFunction(isLive);
  await network.quiet();
  const seen = await page.evaluate(() => /** @type {ProbedWindow} */ (/** @type {unknown} */ (window)).bench);
  return { page, session, seen, ...network, close: () => context.close() };
}

/** The app runs, or there is none. Runs in the page. */
function isLive() {
  const { bench } = /** @type {ProbedWindow} */ (/** @type {unknown} */ (window));
  return bench.live > 0 || document.querySelector('script[src]') === null;
}

/** @param {import('playwright-core').CDPSession} session @param {string} origin @returns {Pick<OpenPage, 'loaded' | 'quiet'>} */
function watchNetwork(session, origin) {
  /** @type {Loaded[]} */
  const loaded = [];
  /** @type {Map<string, { path: string, start: number, parts: [number, number][] }>} */
  const running = new Map();
  let zero = 0;
  let last = performance.now();
  const since = (/** @type {number} */ timestamp) => (timestamp - zero) * 1000;
  session.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    zero ||= timestamp;
    last = performance.now();
    if (request.url.startsWith(origin)) {
      running.set(requestId, { path: request.url.slice(origin.length), start: since(timestamp), parts: [] });
    }
  });
  session.on('Network.dataReceived', ({ requestId, encodedDataLength, timestamp }) => {
    last = performance.now();
    if (encodedDataLength > 0) running.get(requestId)?.parts.push([since(timestamp), encodedDataLength]);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
    const request = running.get(requestId);
    running.delete(requestId);
    if (request !== undefined) loaded.push({ ...request, end: since(timestamp), bytes: encodedDataLength });
  });
  session.on('Network.loadingFailed', ({ requestId }) => running.delete(requestId));
  const quiet = async () => {
    while (running.size > 0 || performance.now() - last < QUIET_MS) await setTimeout(50);
  };
  return { loaded, quiet };
}

/** Bytes on the wire until a moment. @param {readonly Loaded[]} loaded @param {number} moment */
export function bytesUntil(loaded, moment) {
  return loaded.reduce((sum, { end, bytes, parts }) => {
    if (end <= moment) return sum + bytes;
    return sum + parts.reduce((some, [time, size]) => (time <= moment ? some + size : some), 0);
  }, 0);
}

/** @param {readonly Loaded[]} loaded @param {(path: string) => boolean} [wanted] */
export function bytesOf(loaded, wanted = () => true) {
  return loaded.reduce((sum, { path, bytes }) => (wanted(path) ? sum + bytes : sum), 0);
}
