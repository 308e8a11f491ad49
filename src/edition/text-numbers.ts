import { mix } from './minhash.ts';

/** Times of day and machine-written dates: of publishing mostly, which copies don't share. */
const STAMP = /\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}:\d{2}(?::\d{2})?/g;
const NUMBER =
  /\d+(?:[.,]\d+)*|[〇零一二三四五六七八九十百千万亿两]{2,}|[一二三四五六七八九十](?=[月日号度级期届时点])/g;

/**
 * The numbers a folded text says, each once, as 16-bit hashes in order. Articles of one template (weather, closing prices)
 * differ in them where they differ in little else; copies of a story share them.
 */
export function textNumbers(text: string): readonly number[] {
  const found = new Set<number>();
  for (const [number] of text.replace(STAMP, ' ').matchAll(NUMBER)) found.add(hashNumber(number.replaceAll(',', '')));
  return [...found].toSorted((a, b) => a - b);
}

function hashNumber(number: string): number {
  let hash = number.length;
  for (let index = 0; index < number.length; index++) hash = mix(Math.imul(hash, 31) + number.charCodeAt(index));
  return hash & 0xffff;
}
