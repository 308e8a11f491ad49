/** What may have been left out: before-paint.ts and the style sheets of lists and articles. */
const BLOCKS = '.article-body > *, .rows > *, .neighbours, .more-stories';

/** What is at the upper edge of the window. */
function topBlock(): Element | undefined {
  return [...document.querySelectorAll(BLOCKS)].find((block) => block.getBoundingClientRect().bottom > 0);
}

/**
 * Lets what was left out until the first paint take its place, which is mostly another than was kept for it. Whoever has gone on
 * meanwhile stays at what they see: not every browser sees to it, and none in lists.
 */
export function setWhole(): void {
  const page = document.documentElement;
  if (page.dataset.opening === undefined) return;
  const seen = window.scrollY > 0 ? topBlock() : undefined;
  const before = seen?.getBoundingClientRect().top ?? 0;
  // Else the browser might do it too.
  if (seen) page.style.overflowAnchor = 'none';
  delete page.dataset.opening;
  if (!seen) return;
  window.scrollBy({ top: seen.getBoundingClientRect().top - before, behavior: 'instant' });
  requestAnimationFrame(() => page.style.removeProperty('overflow-anchor'));
}
