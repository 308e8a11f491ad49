import { foldForSearch } from './search-fold.ts';
import { FOLLOWERS, followerOf, PLACES, SPOTS, visitGrams } from './search-grams.ts';

/** Where a gram stands at best: a match in the title is worth most. */
export const BODY = 0;
export const LEAD = 1;
export const TITLE = 2;

/** More spots than this say hardly anything: such a gram may stand anywhere. */
export const MOST_SPOTS = 3;

const PAIRS_FROM = 1 + SPOTS;
const THREES_FROM = PAIRS_FROM + (SPOTS * (SPOTS - 1)) / 2;
/** Sets of at most three spots, numbered: none (anywhere), one, two, three. */
export const SPOT_SETS = THREES_FROM + (SPOTS * (SPOTS - 1) * (SPOTS - 2)) / 6;

/** The number of sets that come before it, of spots in order. */
function rankOf(mask: number): number {
  const a = lowest(mask);
  const withoutA = mask & (mask - 1);
  if (withoutA === 0) return 1 + a;
  const b = lowest(withoutA);
  const withoutB = withoutA & (withoutA - 1);
  if (withoutB === 0) return PAIRS_FROM + (b * (b - 1)) / 2 + a;
  const c = lowest(withoutB);
  if ((withoutB & (withoutB - 1)) !== 0) return 0;
  return THREES_FROM + (c * (c - 1) * (c - 2)) / 6 + (b * (b - 1)) / 2 + a;
}

function lowest(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}

/** How many spots a numbered set holds; 0: the gram may stand anywhere. */
export function spotCount(rank: number): number {
  if (rank === 0) return 0;
  if (rank < PAIRS_FROM) return 1;
  return rank < THREES_FROM ? 2 : 3;
}

/** The number of the first set with as many spots. */
export function firstRank(count: number): number {
  return [0, 1, PAIRS_FROM, THREES_FROM][count] ?? 0;
}

let masks: Int32Array | null = null;

function makeMasks(): Int32Array {
  const made = new Int32Array(SPOT_SETS).fill(-1);
  for (let a = 0; a < SPOTS; a++) {
    made[rankOf(1 << a)] = 1 << a;
    for (let b = a + 1; b < SPOTS; b++) {
      made[rankOf((1 << a) | (1 << b))] = (1 << a) | (1 << b);
      for (let c = b + 1; c < SPOTS; c++) {
        const mask = (1 << a) | (1 << b) | (1 << c);
        made[rankOf(mask)] = mask;
      }
    }
  }
  return made;
}

/** The spots of every numbered set, a bit each. */
export function spotMasks(): Int32Array {
  masks ??= makeMasks();
  return masks;
}

/** What the index has to know of one article: every gram once, by key. */
export interface ArticleTerms {
  readonly keys: Uint32Array;
  /** Best place × SPOT_SETS + the number of the set of spots. */
  readonly details: Uint16Array;
}

export interface SearchedText {
  readonly title: string;
  /** What lists show of the text. */
  readonly lead: string;
  /** All of the text, paragraphs separated by newlines. */
  readonly body: string;
}

/** The text that is searched: a substring of it is a match. */
export function searchedText({ title, lead, body }: SearchedText): string {
  // A cut from the beginning is in the body already; an own summary is not.
  const isCut = body.slice(0, 4 * lead.length + 200).includes(lead.slice(0, 12));
  return foldForSearch(isCut ? `${title}\n${body}` : `${title}\n${lead}\n${body}`);
}

/**
 * Grams met so far: each in the slot its key falls into, or the next free one. Keys are spread evenly, so slots are nearly in
 * order of keys. A fraction of the time a `Map` and sorting take.
 */
interface Table {
  readonly slots: number;
  readonly keys: Uint32Array;
  /** 0: free. Otherwise 1 + the best place. */
  readonly fields: Uint8Array;
  readonly masks: Int32Array;
}

let spare: Table | null = null;

/** At most three grams begin at a unit. Behind the slots there is room for all of them, so that no search leads round. */
function tableFor(units: number): Table {
  const slots = 2 ** Math.ceil(Math.log2(3 * units + 16));
  if (spare?.slots !== slots) {
    const length = 2 * slots;
    spare = { slots, keys: new Uint32Array(length), fields: new Uint8Array(length), masks: new Int32Array(length) };
  }
  spare.fields.fill(0);
  spare.masks.fill(0);
  return spare;
}

export function articleTerms(text: SearchedText): ArticleTerms {
  const folded = searchedText(text);
  const titleEnd = text.title.length;
  const leadEnd = titleEnd + 1 + text.lead.length;
  const { slots, keys, fields, masks } = tableFor(folded.length);
  const scale = slots / 2 ** 32;
  let count = 0;
  visitGrams(folded, (key, start, length) => {
    let slot = Math.floor(key * scale);
    while (fields[slot] !== 0 && keys[slot] !== key) slot += 1;
    if (fields[slot] === 0) {
      // The first place is the best: the title stands before the lead, the lead before the rest.
      fields[slot] = 1 + (start < titleEnd ? TITLE : start < leadEnd ? LEAD : BODY);
      keys[slot] = key;
      count += 1;
    }
    const spot = (start % PLACES) * FOLLOWERS + followerOf(folded.charCodeAt(start + length) | 0);
    masks[slot] = (masks[slot] ?? 0) | (length === 1 ? -1 : 1 << spot);
  });
  return inOrder({ slots, keys, fields, masks }, count);
}

function inOrder({ keys: slotKeys, fields, masks }: Table, count: number): ArticleTerms {
  const keys = new Uint32Array(count);
  const details = new Uint16Array(count);
  let found = 0;
  for (let slot = 0; found < count; slot++) {
    const field = fields[slot] ?? 0;
    if (field === 0) continue;
    const key = slotKeys[slot] ?? 0;
    let place = found++;
    for (; place > 0 && (keys[place - 1] ?? 0) > key; place--) {
      keys[place] = keys[place - 1] ?? 0;
      details[place] = details[place - 1] ?? 0;
    }
    keys[place] = key;
    details[place] = (field - 1) * SPOT_SETS + rankOf(masks[slot] ?? 0);
  }
  return { keys, details };
}
