import { whenIdle } from '../library/when-idle.ts';
import { pathBelow, siteFileAt } from './site-file.ts';

/** Who stays for less hasn't read; and pictures come in crowds. */
const SETTLE_MS = 4000;

/**
 * Tells which pictures of an open article the reader has seen: those that have loaded while they stayed.
 * @param onSeen the article's id and absolute addresses
 */
export function watchPictures(base: string, onSeen: (id: string, addresses: readonly string[]) => void): void {
  const seen = new Map<string, Set<string>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const openArticle = () => {
    const file = siteFileAt(pathBelow(base, window.location.origin, new URL(window.location.href)) ?? '.');
    return file.kind === 'article' ? file.id : null;
  };
  const report = () => {
    const id = openArticle();
    const addresses = id === null ? undefined : seen.get(id);
    if (id !== null && addresses) onSeen(id, [...addresses]);
    seen.clear();
  };
  const note = (picture: HTMLImageElement) => {
    const id = openArticle();
    if (id === null || picture.naturalWidth === 0 || !picture.closest('article.story')) return;
    seen.set(id, (seen.get(id) ?? new Set()).add(picture.currentSrc || picture.src));
    clearTimeout(timer);
    timer = setTimeout(report, SETTLE_MS);
  };
  // An event of loading doesn't bubble; on its way down it is seen.
  document.addEventListener('load', ({ target }) => target instanceof HTMLImageElement && note(target), true);
  for (const picture of document.querySelectorAll('img')) if (picture.complete) note(picture);
}

/** What an address of this page's is asked for again as; null for what no worker keeps. */
function askedAs(address: string, base: string): RequestInit | null {
  const path = pathBelow(base, window.location.origin, new URL(address));
  const { kind } = siteFileAt(path ?? '.');
  if (kind === 'other') return null;
  const isPage = kind === 'article' || kind === 'page';
  return isPage ? { headers: { accept: 'text/html' } } : {};
}

/**
 * The first visit began before there was a worker: all it has loaded is asked for once more, which mostly comes from the
 * browser's own cache, so that the worker sees it pass.
 */
export async function visitAgain(base: string): Promise<void> {
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  const addresses = [...new Set([window.location.href.replace(/[?#].*$/, ''), ...loaded])];
  for (const address of addresses) {
    const init = askedAs(address, base);
    if (init === null) continue;
    // Each takes the page some milliseconds, and the reader may be about to click.
    await whenIdle();
    await fetch(address, init).catch(() => {});
  }
}
