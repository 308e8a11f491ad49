import { simplified, traditional } from './traditional-table.ts';

/** Everything that is a dash to a reader: hyphens, en and em dash, horizontal bar, minus. */
const DASHES = /[\u2010-\u2015\u2212]/;

/** Units turned into a string at a time: arguments of one call, which engines limit. */
const CHUNK = 4096;

let units: Uint16Array | null = null;

/** What a character becomes, unless that is more than one unit (İ in lower case): folding keeps lengths. */
function oneUnit(character: string, changed: string): number {
  return (changed.length === 1 ? changed : character).charCodeAt(0);
}

function foldUnit(unit: number): number {
  const character = String.fromCharCode(unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit);
  if (DASHES.test(character)) return 0x2d;
  if (character === '\u3000' || character === '\u00a0') return 0x20;
  // Compatibility ideographs are other code points for the same characters.
  if (unit >= 0xf900 && unit <= 0xfaff) return oneUnit(character, character.normalize('NFC'));
  return oneUnit(character, character.toLowerCase());
}

/** One entry a UTF-16 unit. Made at the first call, so that a page which never searches does not pay for it. */
function makeUnits(): Uint16Array {
  const simple = new Map<number, number>();
  for (let index = 0; index < traditional.length; index++) {
    simple.set(traditional.charCodeAt(index), simplified.charCodeAt(index));
  }
  return Uint16Array.from({ length: 0x10000 }, (_, unit) => {
    if (unit >= 0xd800 && unit <= 0xdfff) return unit;
    let folded = foldUnit(unit);
    // Some simplified characters are traditional ones of others (薴 苧 苎): go on, so that folding twice changes nothing.
    for (let next = simple.get(folded); next !== undefined; next = simple.get(folded)) folded = next;
    return folded;
  });
}

/**
 * A text as searching and grouping see it: one case, half width, simplified characters, one dash. The result has
 * exactly as many UTF-16 units as the text, unit for unit, so that a match in it is a match in the text.
 */
export function fold(text: string): string {
  units ??= makeUnits();
  let folded = '';
  for (let start = 0; start < text.length; start += CHUNK) {
    const chunk = new Uint16Array(Math.min(CHUNK, text.length - start));
    for (let index = 0; index < chunk.length; index++) chunk[index] = units[text.charCodeAt(start + index)] ?? 0;
    // Spreading an array of numbers takes five times as long.
    folded += Reflect.apply(String.fromCharCode, String, chunk);
  }
  return folded;
}
