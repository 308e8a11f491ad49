/** Not every browser tells when it is idle; by then most of what a page does at its start is done. */
const LATER_MS = 200;

/** Resolves when the browser has nothing else to do, at the latest after `most` milliseconds where it can tell. */
export function whenIdle(most = 2000): Promise<void> {
  return new Promise((done) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => done(), { timeout: most });
    else setTimeout(done, LATER_MS);
  });
}
