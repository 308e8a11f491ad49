const DURATION_MS = 250;

const isStill = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** How a box must be moved and scaled to lie over another of the same shape. */
function over(box: DOMRect, other: DOMRect): string {
  const x = other.left + other.width / 2 - (box.left + box.width / 2);
  const y = other.top + other.height / 2 - (box.top + box.height / 2);
  return `translate(${x}px, ${y}px) scale(${other.width / box.width})`;
}

const isInWindow = ({ top, bottom, width }: DOMRect): boolean => width > 0 && bottom > 0 && top < window.innerHeight;

/**
 * Lets a picture come out of the place it has on the page, or return to it; nothing where that place is out of sight, or the
 * picture enlarged.
 */
export function flyPicture(picture: HTMLElement | null, place: Element | null, way: 'out' | 'back'): void {
  if (!picture || !place || isStill() || typeof picture.animate !== 'function') return;
  const [box, start] = [picture.getBoundingClientRect(), place.getBoundingClientRect()];
  if (box.width === 0 || Math.abs(box.width - picture.offsetWidth) > 1 || !isInWindow(start)) return;
  picture.animate([{ transform: over(box, start) }, { transform: 'none' }], {
    duration: DURATION_MS,
    easing: 'ease',
    direction: way === 'out' ? 'normal' : 'reverse',
    fill: way === 'out' ? 'none' : 'forwards',
  });
}
