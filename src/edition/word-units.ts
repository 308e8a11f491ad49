/** No part of a word: spaces, punctuation, marks. */
export const GAP = 0;
/** A character that is a word or half of one: Chinese, kana, hangul, and what has no place in the first plane. */
export const IDEOGRAPH = 1;
/** A letter of an alphabet. */
export const LETTER = 2;
export const DIGIT = 3;

let kinds: Uint8Array | null = null;

function kindOf(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return IDEOGRAPH;
  const character = String.fromCharCode(unit);
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(character)) return IDEOGRAPH;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  return /\p{L}/u.test(character) ? LETTER : GAP;
}

/** What each UTF-16 unit is in a text of words: one of the four above. Made at the first call. */
export function unitKinds(): Uint8Array {
  kinds ??= Uint8Array.from({ length: 0x10000 }, (_, unit) => kindOf(unit));
  return kinds;
}
