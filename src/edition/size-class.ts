/**
 * How large a count is, in powers of two: 0 for 1, 1 for 2 and 3, 2 for 4 to 7. Categories and sources are sorted by it
 * rather than by the count itself, because neighbours of nearly the same size would change places with every few
 * articles, and with them every page that lists them.
 */
export function sizeClass(count: number): number {
  return 31 - Math.clz32(count);
}
