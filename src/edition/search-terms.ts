import { foldForSearch } from './search-fold.ts';
import { followerOf, PLACES, visitGrams } from './search-grams.ts';
import { ANYWHERE, spotAt, withSpot } from './search-spots.ts';

/** Where a gram stands at best: a match in the title is worth most. */
export const BODY = 0;
export const LEAD = 1;
export const TITLE = 2;

/** The field stands above them. */
const SPOTS_BITS = 30;
const SPOTS = 2 ** SPOTS_BITS - 1;

export function detailOf(field: number, spots: number): number {
  return ((field << SPOTS_BITS) | spots) >>> 0;
}

export function fieldOf(detail: number): number {
  return detail >>> SPOTS_BITS;
}

export function spotsOf(detail: number): number {
  return detail & SPOTS;
}

/** What the index has to know of one article: every gram once, by key. */
export interface ArticleTerms {
  readonly keys: Uint32Array;
  /** The best field it stands in, and its spots there or elsewhere (`detailOf`). */
  readonly details: Uint32Array;
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
  /** A key's slot is its highest bits: it is shifted by so many. */
  readonly shift: number;
  /** 0: free. It is no gram's key: `spread` is one to one and leaves 0 as it is, which is no gram. */
  readonly keys: Uint32Array;
  readonly details: Uint32Array;
}

let spare: Table | null = null;

/**
 * At most three grams begin at a unit, and no text has many more than two different ones for each: threes are of few letters, whose
 * pairs are few. Behind the slots there is room for all of them, so that no search leads round.
 */
function tableFor(units: number): Table {
  const bits = Math.ceil(Math.log2(2 * units + 16));
  if (spare?.shift !== 32 - bits) {
    const length = 3 * 2 ** bits;
    spare = { shift: 32 - bits, keys: new Uint32Array(length), details: new Uint32Array(length) };
  }
  spare.keys.fill(0);
  return spare;
}

export function articleTerms(text: SearchedText): ArticleTerms {
  const folded = searchedText(text);
  const titleEnd = text.title.length;
  const leadEnd = titleEnd + 1 + text.lead.length;
  const table = tableFor(folded.length);
  const { shift, keys, details } = table;
  let count = 0;
  visitGrams(folded, (key, start, length, behind) => {
    let slot = key >>> shift;
    let found = keys[slot];
    for (; found !== 0 && found !== key; found = keys[slot]) slot += 1;
    const follower = followerOf(behind);
    const place = start % PLACES;
    if (found !== 0) {
      const detail = details[slot] ?? 0;
      details[slot] = detailOf(fieldOf(detail), withSpot(spotsOf(detail), place, follower));
      return;
    }
    // The first field is the best: the title stands before the lead, the lead before the rest.
    const field = start < titleEnd ? TITLE : start < leadEnd ? LEAD : BODY;
    keys[slot] = key;
    // Whoever looks for a character wants nothing else.
    details[slot] = detailOf(field, length === 1 ? ANYWHERE : spotAt(place, follower));
    count += 1;
  });
  return inOrder(table, count);
}

function inOrder({ keys: slotKeys, details: slotDetails }: Table, count: number): ArticleTerms {
  const keys = new Uint32Array(count);
  const details = new Uint32Array(count);
  let found = 0;
  for (let slot = 0; found < count; slot++) {
    const key = slotKeys[slot] ?? 0;
    if (key === 0) continue;
    let place = found++;
    for (; place > 0 && (keys[place - 1] ?? 0) > key; place--) {
      keys[place] = keys[place - 1] ?? 0;
      details[place] = details[place - 1] ?? 0;
    }
    keys[place] = key;
    details[place] = slotDetails[slot] ?? 0;
  }
  return { keys, details };
}
