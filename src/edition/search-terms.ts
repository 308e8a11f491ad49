import { foldForSearch } from './search-fold.ts';
import { followerOf, PLACES, visitGrams } from './search-grams.ts';
import { ANYWHERE, spotAt, withSpot } from './search-spots.ts';

/** Where a gram stands at best: a match in the title is worth most. */
export const BODY = 0;
export const LEAD = 1;
export const TITLE = 2;

/** Above the spots. */
const FIELD = 2 ** 30;

export function detailOf(field: number, spots: number): number {
  return field * FIELD + spots;
}

export function fieldOf(detail: number): number {
  return detail >>> 30;
}

export function spotsOf(detail: number): number {
  return detail & (FIELD - 1);
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
  readonly slots: number;
  readonly keys: Uint32Array;
  /** 0: free. Otherwise 1 + the best place. */
  readonly fields: Uint8Array;
  readonly spots: Uint32Array;
}

let spare: Table | null = null;

/** At most three grams begin at a unit. Behind the slots there is room for all of them, so that no search leads round. */
function tableFor(units: number): Table {
  const slots = 2 ** Math.ceil(Math.log2(3 * units + 16));
  if (spare?.slots !== slots) {
    const length = 2 * slots;
    spare = { slots, keys: new Uint32Array(length), fields: new Uint8Array(length), spots: new Uint32Array(length) };
  }
  spare.fields.fill(0);
  return spare;
}

export function articleTerms(text: SearchedText): ArticleTerms {
  const folded = searchedText(text);
  const titleEnd = text.title.length;
  const leadEnd = titleEnd + 1 + text.lead.length;
  const table = tableFor(folded.length);
  const { slots, keys, fields, spots } = table;
  const scale = slots / 2 ** 32;
  let count = 0;
  visitGrams(folded, (key, start, length) => {
    let slot = Math.floor(key * scale);
    while (fields[slot] !== 0 && keys[slot] !== key) slot += 1;
    const follower = followerOf(folded.charCodeAt(start + length) | 0);
    const place = start % PLACES;
    if (fields[slot] !== 0) {
      spots[slot] = withSpot(spots[slot] ?? ANYWHERE, place, follower);
      return;
    }
    // The first field is the best: the title stands before the lead, the lead before the rest.
    fields[slot] = 1 + (start < titleEnd ? TITLE : start < leadEnd ? LEAD : BODY);
    keys[slot] = key;
    // Whoever looks for a character wants nothing else.
    spots[slot] = length === 1 ? ANYWHERE : spotAt(place, follower);
    count += 1;
  });
  return inOrder(table, count);
}

function inOrder({ keys: slotKeys, fields, spots }: Table, count: number): ArticleTerms {
  const keys = new Uint32Array(count);
  const details = new Uint32Array(count);
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
    details[place] = detailOf(field - 1, spots[slot] ?? ANYWHERE);
  }
  return { keys, details };
}
