import type { ReadAhead } from './read-ahead.ts';

/** A pointer that only passes over a link stays for less. */
const POINTED_MS = 60;
/** Lists are looked at when they have come to rest. */
const SETTLE_MS = 300;

/** The article a link leads to, `/news/a/x/` below `/news/`; null where it leads elsewhere. */
function articleOf(link: HTMLAnchorElement | null, base: string): string | null {
  if (link?.origin !== window.location.origin || !link.pathname.startsWith(`${base}a/`)) return null;
  const [id, ...rest] = link.pathname.slice(`${base}a/`.length).split('/');
  return id && rest.join('') === '' ? decodeURIComponent(id) : null;
}

/** Articles that may be opened next: those of all drawn links, the nearest to the top of the window first. */
function expectedArticles(base: string): string[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('main a')];
  return links
    .flatMap((link) => {
      const id = articleOf(link, base);
      if (id === null) return [];
      // Its row, because what stands in rows far from the window is not set until someone asks where it is.
      const place = link.closest('article') ?? link;
      return [{ id, distance: Math.abs(place.getBoundingClientRect().top) }];
    })
    .sort((one, other) => one.distance - other.distance)
    .map(({ id }) => id);
}

/**
 * Tells which articles the reader points at, and which may be next.
 * @returns a function to call when the page shows something else.
 */
export function watchLinks(base: string, { pointAt, expect }: ReadAhead): () => void {
  let pointing: ReturnType<typeof setTimeout> | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  const articleAt = ({ target }: Event) => articleOf(target instanceof Element ? target.closest('a') : null, base);
  const look = () => {
    clearTimeout(settling);
    settling = setTimeout(() => expect(expectedArticles(base)), SETTLE_MS);
  };
  document.addEventListener('pointerover', (event) => {
    clearTimeout(pointing);
    const id = articleAt(event);
    if (id !== null) pointing = setTimeout(() => pointAt(id), POINTED_MS);
  });
  // The finger that touched a link scrolls instead.
  document.addEventListener('pointercancel', () => clearTimeout(pointing));
  document.addEventListener('focusin', (event) => {
    const id = articleAt(event);
    if (id !== null) pointAt(id);
  });
  document.addEventListener('scroll', look, { passive: true });
  return look;
}
