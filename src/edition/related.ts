import { MOST_TERMS, type TraitTable } from './story-traits.ts';

/** Related articles an article's page links to. */
export const MOST_RELATED = 5;
/** With fewer than this many, the newest older ones of its category are added. */
const LEAST_RELATED = 4;
/** An article is linked from this many older pages at most: what one piece of news changes. */
const BACK_LINKS = 3;
/** Below this the words two articles share are chance. */
const LEAST_SCORE = 0.05;
/** How many of the newest older articles with each term are looked at, and how many of those that share most are weighed. */
const MOST_POSTINGS = 8;
const MOST_WEIGHED = 10;
/** A category's older articles that are looked at where related ones are few. */
const MOST_FILLERS = 12;
const SLOTS = 1 << 20;
/** A term that is said four times as often weighs twice as much. */
const ROOTS = Float64Array.from({ length: 256 }, (_, weight) => Math.sqrt(weight));

/** What two articles have to do with each other, 0 to 1. */
interface Link {
  readonly to: number;
  readonly score: number;
}

export interface RelatedSigns {
  readonly traits: TraitTable;
  /** The first article of each one's story, see `findStories`. */
  readonly stories: Int32Array;
  /** Index of each one's innermost category. */
  readonly categories: ArrayLike<number>;
}

/**
 * What is known of the articles so far, and room to work in. Terms are the last bits of their hashes: plain arrays, because maps
 * of a million terms took five times as long.
 */
interface Desk {
  readonly traits: TraitTable;
  /** Articles that have a term. */
  readonly counts: Uint32Array;
  /** One more than the place, in `traits.terms`, where the newest article has a term; from each place the one before. */
  readonly heads: Uint32Array;
  readonly next: Uint32Array;
  /** The weights of the terms of the article at hand; 0 for all others. */
  readonly own: Float64Array;
  /** What each older article shares with it; 0 between two articles. */
  readonly shared: Float64Array;
}

function createDesk(traits: TraitTable): Desk {
  const places = traits.count * MOST_TERMS;
  return {
    ...{ traits, counts: new Uint32Array(SLOTS), heads: new Uint32Array(SLOTS), next: new Uint32Array(places) },
    ...{ own: new Float64Array(SLOTS), shared: new Float64Array(traits.count) },
  };
}

const slotOf = (term: number): number => term & (SLOTS - 1);

/** Where an article's terms end, in `traits.terms`. */
function endOf({ terms }: TraitTable, article: number): number {
  let end = article * MOST_TERMS;
  while (end < (article + 1) * MOST_TERMS && terms[end] !== 0) end++;
  return end;
}

/**
 * What the term at a place weighs: how much is said of it, by how rare it is among the `articles` so far. In powers of two,
 * which an article more or less hardly ever changes; 0 where one of eight has it.
 */
function weightAt({ traits: { terms, weights }, counts }: Desk, at: number, articles: number): number {
  const had = counts[slotOf(terms[at] ?? 0)] ?? 0;
  const rarity = Math.clz32(had) - Math.clz32(articles + 8) - 2;
  return rarity > 0 ? (ROOTS[weights[at] ?? 0] ?? 0) * rarity : 0;
}

/** Lays an article's terms out. Returns the root of the sum of their weights' squares. */
function layOut(desk: Desk, article: number): number {
  let square = 0;
  for (let at = article * MOST_TERMS, end = endOf(desk.traits, article); at < end; at++) {
    const weight = weightAt(desk, at, article);
    desk.own[slotOf(desk.traits.terms[at] ?? 0)] = weight;
    square += weight * weight;
  }
  return Math.sqrt(square);
}

/** Older articles that have terms in common with the one laid out; `shared` says how much. */
function findSharing({ traits, heads, next, own, shared }: Desk, article: number): readonly number[] {
  const found: number[] = [];
  for (let at = article * MOST_TERMS, end = endOf(traits, article); at < end; at++) {
    const slot = slotOf(traits.terms[at] ?? 0);
    const weight = own[slot] ?? 0;
    if (weight === 0) continue;
    let place = heads[slot] ?? 0;
    for (let read = 0; place > 0 && read < MOST_POSTINGS; read++) {
      const other = Math.floor((place - 1) / MOST_TERMS);
      if (shared[other] === 0) found.push(other);
      shared[other] = (shared[other] ?? 0) + weight;
      place = next[place - 1] ?? 0;
    }
  }
  return found;
}

/** Of the articles found those that share most, of equals the newer. */
function selectMost(found: readonly number[], { shared }: Desk): readonly number[] {
  const most: number[] = [];
  for (const article of found) {
    const share = shared[article] ?? 0;
    let place = most.length;
    for (; place > 0; place--) {
      const before = most[place - 1] ?? 0;
      const more = share - (shared[before] ?? 0);
      if (more < 0 || (more === 0 && article < before)) break;
    }
    if (place < MOST_WEIGHED) most.splice(place, 0, article);
    if (most.length > MOST_WEIGHED) most.pop();
  }
  return most;
}

/** How alike another article is to the one laid out, by the terms both have: the cosine of the angle between them. */
function scoreOf(desk: Desk, other: number, article: number, length: number): number {
  let [product, square] = [0, 0];
  for (let at = other * MOST_TERMS, end = endOf(desk.traits, other); at < end; at++) {
    const weight = weightAt(desk, at, article);
    product += weight * (desk.own[slotOf(desk.traits.terms[at] ?? 0)] ?? 0);
    square += weight * weight;
  }
  return product === 0 ? 0 : product / (length * Math.sqrt(square));
}

/** Takes an article's terms off the desk and in among those of the older ones. */
function takeIn({ traits, counts, heads, next, own }: Desk, article: number): void {
  for (let at = article * MOST_TERMS, end = endOf(traits, article); at < end; at++) {
    const slot = slotOf(traits.terms[at] ?? 0);
    own[slot] = 0;
    counts[slot] = (counts[slot] ?? 0) + 1;
    next[at] = heads[slot] ?? 0;
    heads[slot] = at + 1;
  }
}

function linksOf(desk: Desk, article: number): readonly Link[] {
  const length = layOut(desk, article);
  const found = findSharing(desk, article);
  const most = selectMost(found, desk);
  const links = most.map((to) => ({ to, score: scoreOf(desk, to, article, length) }));
  for (const other of found) desk.shared[other] = 0;
  takeIn(desk, article);
  return links.filter(({ score }) => score >= LEAST_SCORE);
}

/** The best links, of each story one and none to `own`. */
function bestOf(links: readonly Link[], own: number, stories: Int32Array): readonly Link[] {
  const told = new Set([own]);
  const sorted = links.toSorted((a, b) => b.score - a.score || b.to - a.to);
  const best: Link[] = [];
  for (const link of sorted) {
    const story = stories[link.to] ?? link.to;
    if (told.has(story)) continue;
    told.add(story);
    best.push(link);
    if (best.length === MOST_RELATED) break;
  }
  return best;
}

/** For every article, its links to older ones. What it sees is only what is older, so a newer article changes none of them. */
function linksBack({ traits, stories }: RelatedSigns): readonly (readonly Link[])[] {
  const desk = createDesk(traits);
  return Array.from({ length: traits.count }, (_, article) => {
    return bestOf(linksOf(desk, article), stories[article] ?? article, stories);
  });
}

/** For every article, the newer ones whose best links lead to it. A copy gives none: the first of its story has given them. */
function linksAhead(back: readonly (readonly Link[])[], stories: Int32Array): readonly (readonly Link[])[] {
  const ahead = back.map((): Link[] => []);
  for (const [article, links] of back.entries()) {
    if (stories[article] !== article) continue;
    for (const { to, score } of links.slice(0, BACK_LINKS)) ahead[to]?.push({ to: article, score });
  }
  return ahead;
}

/** For every article the next older one of its category, or -1. */
function olderInCategory({ traits, categories }: RelatedSigns): Int32Array {
  const last = new Map<number, number>();
  return Int32Array.from({ length: traits.count }, (_, article) => {
    const category = categories[article] ?? -1;
    const older = last.get(category) ?? -1;
    last.set(category, article);
    return older;
  });
}

/**
 * For every article the positions of what else there is to read about its matter, the nearest first; never a copy of itself,
 * never two copies of one story. Words are weighed by how rare they were when the article came, and an article links to older
 * ones and back from the few it is nearest to: so one piece of news changes the pages of three others and not of all that share
 * a word with it. In time that grows with the number of articles and no faster.
 */
export function findRelated(signs: RelatedSigns): readonly (readonly number[])[] {
  const { stories } = signs;
  const back = linksBack(signs);
  const ahead = linksAhead(back, stories);
  const older = olderInCategory(signs);
  return back.map((links, article) => {
    const story = stories[article] ?? article;
    const related = bestOf([...links, ...(ahead[article] ?? [])], story, stories).map(({ to }) => to);
    const told = new Set([story, ...related.map((to) => stories[to] ?? to)]);
    let next = older[article] ?? -1;
    for (let tried = 0; next >= 0 && tried < MOST_FILLERS && related.length < LEAST_RELATED; tried++) {
      const another = stories[next] ?? next;
      if (!told.has(another)) related.push(next);
      told.add(another);
      next = older[next] ?? -1;
    }
    return related;
  });
}
