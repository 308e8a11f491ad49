import { mix } from './minhash.ts';
import { DIGIT, GAP, IDEOGRAPH, LETTER, unitKinds } from './word-units.ts';

/** A pair of characters, or a word of letters, and how much it says about the text: 1 to 255. */
export interface Term {
  /** 24 bits. */
  readonly hash: number;
  readonly weight: number;
}

/** Characters that hold sentences together: a pair with one of them is no word, or says nothing. */
const FUNCTION_CHARACTERS =
  '的了是在和有不也就这那与及为以于之其而但并或被把将让从对到等个们着过很更最都还又再已我你他她它此该各每某们所者地得来去说会能可要没上下中后前里时年月日一二三四五六七八九十百千万亿两第';
const FUNCTION_WORDS = new Set(
  'of to in on at by as is it be he we or an if so no do up my me us am the and for with that this from are was were has have had not but you his her its their our your will would could should can may they them who what which when where than then there been being into over about after before more most some such also just only very one two new said says'.split(
    ' ',
  ),
);

/** In the title; in the first units of the text, where news says what it is about; anywhere. */
const WEIGHTS = { title: 6, lead: 2, text: 1 };
const LEAD = 240;
/** By then a text has said what it is about. */
const MOST_READ = 2000;
/** What is said once, far down, tells nothing about the whole. */
const LEAST = 2;
const SLOTS = 1 << 14;

/** Weights by hash; open addressing, because a map of boxed numbers takes five times as long. */
interface Tally {
  readonly keys: Uint32Array;
  readonly weights: Uint8Array;
  /** Slots in use, in the order they were taken. */
  readonly order: number[];
}

/** One for all texts, empty between them: to make it takes as long as to use it. */
let spare: Tally | null = null;

let skipped: Uint8Array | null = null;

function functionUnits(): Uint8Array {
  const units = new Uint8Array(0x10000);
  for (const character of FUNCTION_CHARACTERS) units[character.charCodeAt(0)] = 1;
  return units;
}

function add({ keys, weights, order }: Tally, hash: number, weight: number): void {
  if (order.length > SLOTS / 2) return;
  let slot = hash & (SLOTS - 1);
  while (keys[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (SLOTS - 1);
  if (keys[slot] === 0) {
    keys[slot] = hash;
    order.push(slot);
  }
  weights[slot] = Math.min(255, (weights[slot] ?? 0) + weight);
}

/** 24 bits, never 0. */
function shorten(hash: number): number {
  return hash >>> 8 || 1;
}

/** `lead` weighs what begins before the unit `LEAD`, `rest` everything after it. */
function count(tally: Tally, text: string, lead: number, rest: number): void {
  const kinds = unitKinds();
  skipped ??= functionUnits();
  const skip = skipped;
  let before = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const kind = kinds[unit] ?? GAP;
    const weight = index < LEAD ? lead : rest;
    if (kind === IDEOGRAPH && skip[unit] === 0) {
      if (before !== 0) add(tally, shorten(mix(Math.imul(before, 0x9e3779b1) ^ unit)), weight);
      before = unit;
      continue;
    }
    before = 0;
    if (kind !== LETTER) continue;
    let end = index + 1;
    for (let next = kinds[text.charCodeAt(end)]; next === LETTER || next === DIGIT; next = kinds[text.charCodeAt(end)])
      end++;
    addWord(tally, text.slice(index, Math.min(end, index + 32)), weight);
    index = end - 1;
  }
}

function addWord(tally: Tally, word: string, weight: number): void {
  if (word.length < 2 || FUNCTION_WORDS.has(word)) return;
  let hash = word.length;
  for (let index = 0; index < word.length; index++) hash = mix(Math.imul(hash, 31) + word.charCodeAt(index));
  add(tally, shorten(hash), weight);
}

/** The least weight that at most `most` slots reach, or as few more as have the same; so that few are sorted. */
function leastOf({ weights, order }: Tally, most: number): number {
  const slots = new Uint16Array(256);
  for (const slot of order) {
    const weight = weights[slot] ?? 0;
    slots[weight] = (slots[weight] ?? 0) + 1;
  }
  let left = most;
  let least = 255;
  for (; least > LEAST && left > (slots[least] ?? 0); least--) left -= slots[least] ?? 0;
  return least;
}

function clear({ keys, weights, order }: Tally): void {
  for (const slot of order) {
    keys[slot] = 0;
    weights[slot] = 0;
  }
  order.length = 0;
}

/** What a text says most, in folded title and folded text: at most `most` terms, the heaviest first. */
export function textTerms(title: string, text: string, most: number): readonly Term[] {
  spare ??= { keys: new Uint32Array(SLOTS), weights: new Uint8Array(SLOTS), order: [] };
  const tally = spare;
  count(tally, title, WEIGHTS.title, WEIGHTS.title);
  count(tally, text.slice(0, MOST_READ), WEIGHTS.lead, WEIGHTS.text);
  const least = leastOf(tally, most);
  const said = tally.order.filter((slot) => (tally.weights[slot] ?? 0) >= least);
  const terms = said.map((slot) => ({ hash: tally.keys[slot] ?? 0, weight: tally.weights[slot] ?? 0 }));
  clear(tally);
  // The sort keeps the order of terms of one weight: the earlier said says more.
  return terms.toSorted((a, b) => b.weight - a.weight).slice(0, most);
}
