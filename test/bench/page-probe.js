// @ts-check
// Runs inside the measured page, before anything else there: every function must stand alone.

/**
 * What a page has seen so far; times in milliseconds since its navigation began.
 * @typedef {object} Seen
 * @property {number} firstPaint first contentful paint
 * @property {number} largestPaint largest contentful paint
 * @property {string} largestElement
 * @property {number} shift sum of all layout shifts without input
 * @property {readonly (readonly [number, number])[]} longTasks start and duration
 * @property {number} live when React has taken the page over; 0 where it hasn't
 * @property {number} origin the navigation's start, since 1970
 */

/** @typedef {Window & { bench: Seen }} ProbedWindow */

/** Watches paints, shifts, long tasks and the takeover. */
export function startProbe() {
  /** @type {{ -readonly [Key in keyof Seen]: Seen[Key] } & { longTasks: [number, number][] }} */
  const seen = {
    firstPaint: 0,
    largestPaint: 0,
    largestElement: '',
    shift: 0,
    longTasks: [],
    live: 0,
    origin: performance.timeOrigin,
  };
  Object.assign(window, { bench: seen });
  /** @param {string} type @param {(entry: PerformanceEntry & Record<string, unknown>) => void} take */
  const watch = (type, take) => {
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(Object.assign(entry));
    });
    observer.observe({ type, buffered: true });
  };
  watch('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') seen.firstPaint = entry.startTime;
  });
  watch('largest-contentful-paint', (entry) => {
    seen.largestPaint = entry.startTime;
    const element = entry.element instanceof Element ? entry.element : null;
    seen.largestElement = element === null ? '' : `${element.tagName.toLowerCase()}.${element.className}`;
  });
  watch('layout-shift', (entry) => {
    if (entry.hadRecentInput !== true) seen.shift += Number(entry.value);
  });
  watch('longtask', (entry) => {
    seen.longTasks.push([entry.startTime, entry.duration]);
  });
  const look = () => {
    const link = document.querySelector('main a');
    if (link !== null && Object.keys(link).some((key) => key.startsWith('__react'))) seen.live = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * Clicks a link and waits until the page it leads to within the app is painted.
 * @param {string} selector of the link
 * @returns {Promise<number>} milliseconds from the click to the frame after the article's text stands there
 */
export function clickToText(selector) {
  const link = document.querySelector(selector);
  if (!(link instanceof HTMLElement)) throw new Error(`no ${selector}`);
  const title = link.textContent ?? '';
  return new Promise((done, fail) => {
    const start = performance.now();
    link.click();
    const look = () => {
      const text = document.querySelector('.article-body')?.textContent ?? '';
      const there = document.querySelector('h1')?.textContent === title && text.length > 20;
      if (there) requestAnimationFrame(() => done(performance.now() - start));
      else if (performance.now() - start > 20_000) fail(new Error('no text after 20 s'));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/**
 * Clicks a section and waits for its list.
 * @param {string} selector of the link
 * @returns {Promise<{ list: number, rows: number }>} milliseconds until the new list stands there, and until every row in sight has its text
 */
export function clickToRows(selector) {
  const link = document.querySelector(selector);
  if (!(link instanceof HTMLElement)) throw new Error(`no ${selector}`);
  const heading = document.querySelector('h1')?.textContent;
  const inSight = (/** @type {Element} */ row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  return new Promise((done, fail) => {
    const start = performance.now();
    let list = 0;
    link.click();
    const look = () => {
      const now = performance.now() - start;
      if (document.querySelector('h1')?.textContent !== heading) {
        list ||= now;
        const rows = [...document.querySelectorAll('.rows .row')].filter(inSight);
        if (rows.length > 0 && rows.every((row) => !row.classList.contains('missing'))) {
          requestAnimationFrame(() => done({ list, rows: performance.now() - start }));
          return;
        }
      }
      if (now > 20_000) fail(new Error('no rows after 20 s'));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Begins to write down how long every frame takes. */
export function startFrames() {
  /** @type {number[]} */
  const frames = [];
  Object.assign(window, { benchFrames: frames });
  let last = performance.now();
  const frame = (/** @type {number} */ now) => {
    frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
