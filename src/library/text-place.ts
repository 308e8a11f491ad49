import { hashWord } from '../article/hash-text.ts';

/**
 * A place in a text that is found again at another width, in another type and in another edition: not pixels, but a block,
 * by its words or else its number, and how much of it lies above.
 */
export interface TextPlace {
  /** What the block's text hashes to. */
  readonly block: string;
  /** Its number among the blocks. */
  readonly index: number;
  /** How much of it has been read, in thousandths. */
  readonly fraction: number;
}

/** Where in the window one reads: what stands there is the place, and is put there again. */
const LINE = 0.2;
/** Enough to tell blocks apart. */
const MOST_LETTERS = 200;

const readingLine = () => window.innerHeight * LINE;
const clamp = (value: number) => Math.min(1, Math.max(0, value));
const wordOf = (block: Element) => hashWord((block.textContent ?? '').trim().slice(0, MOST_LETTERS), 6);

/** How much of a text has been read, 0 … 1: all of it when its end is in sight. Null where it is too short to ask. */
export function textProgress(body: Element): number | null {
  const { top, height } = body.getBoundingClientRect();
  if (height < window.innerHeight * 1.5) return null;
  const line = readingLine();
  return clamp((line - top) / (height - window.innerHeight + line));
}

/** The place at the reading line; null where a text has no blocks. */
export function placeOf({ children }: Element): TextPlace | null {
  const line = readingLine();
  // Blocks stand one below the other.
  let [low, high] = [0, children.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((children[middle]?.getBoundingClientRect().top ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  const block = children[low];
  if (!block) return null;
  const { top, height } = block.getBoundingClientRect();
  const fraction = height > 0 ? Math.round(clamp((line - top) / height) * 1000) : 0;
  return { block: wordOf(block), index: low, fraction };
}

/** The block of a place: of those with its words the nearest, else the one with its number. */
export function blockOf({ children }: Element, { block, index }: TextPlace): Element | null {
  const last = children.length - 1;
  const start = Math.min(Math.max(0, index), last);
  for (let distance = 0; distance <= last; distance++) {
    for (const at of [start - distance, start + distance]) {
      const found = children[at];
      if (found && wordOf(found) === block) return found;
    }
  }
  return children[start] ?? null;
}

/** Scrolls the window so that a place stands at the reading line. @returns its block */
export function goToPlace(body: Element, place: TextPlace): Element | null {
  const block = blockOf(body, place);
  if (!block) return null;
  const { top, height } = block.getBoundingClientRect();
  const offset = top + (height * place.fraction) / 1000 - readingLine();
  window.scrollTo({ top: window.scrollY + offset, behavior: 'instant' });
  return block;
}
