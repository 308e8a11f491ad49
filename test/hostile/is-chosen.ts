import { hashText } from '../../src/article/hash-text.ts';

/** `HOSTILE_VECTORS=all` takes every vector to the browser, which takes minutes; a sample of the combinations goes there else. */
const all = process.env.HOSTILE_VECTORS === 'all';

/** Combinations of which a part will do in the browser: in Node all are tried. */
const isCombined = (name: string): boolean =>
  /^(?:address|handler|clobber|script|style|load|repair|markdown address|front address):| as /.test(name);

/** Whether a vector is tried in the browser: every one that stands for itself, and one of so many that were combined. */
export function isChosen({ name }: { readonly name: string }, oneOf: number): boolean {
  return all || !isCombined(name) || hashText(name) % oneOf === 0;
}
