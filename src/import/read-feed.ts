import type { AnyFeed, AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';
import { alternatesOf } from './alternates-of.ts';
import { type CutFeed, cutEntries } from './cut-entries.ts';
import { draftOfAtom, wordsOfAtom } from './draft-of-atom.ts';
import { draftOfJson } from './draft-of-json.ts';
import { draftOfRdf, draftOfRss } from './draft-of-rss.ts';
import type { EntryDraft, Feed, FeedProblem, PlacedEntry, Words } from './feed.ts';
import type { Answer, Parser } from './parser.ts';

/** Why a text is no feed. */
export interface NoFeed {
  readonly reason: string;
  readonly hint: string;
}

export const isFeed = (read: Feed | NoFeed): read is Feed => 'entries' in read;

const ROOT = /<(?:[\w.-]{1,40}:)?(?:rss|feed|rdf)(?=[\s>])/i;

/**
 * Reads a feed of any kind. What one entry is missing is its own affair; where the whole is not well-formed, every entry is
 * read by itself.
 */
export async function readFeed(text: string, parser: Parser): Promise<Feed | NoFeed> {
  const trimmed = text.trim();
  if (trimmed === '') return { reason: 'is empty', hint: 'give the address of a feed' };
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) return readJson(trimmed, parser);
  const root = text.search(ROOT);
  if (root === -1) return { reason: 'is no feed', hint: 'RSS, Atom and JSON Feed are read' };
  return readXml(text.slice(root), lineOf(text, root), parser);
}

/** Declarations, document types and whatever a server says before the root are left out: no parser needs to like them. */
async function readXml(text: string, firstLine: number, parser: Parser): Promise<Feed | NoFeed> {
  const cut = cutEntries(text);
  const [whole] = await parser.feeds([text]);
  const lines = cut.entries.map(({ line }) => line + firstLine - 1);
  if (whole?.ok && draftsOf(whole.value).length === lines.length) {
    return feedOf(whole.value, placed(draftsOf(whole.value), lines), []);
  }
  if (whole === undefined || (!whole.ok && whole.isStopped)) return unreadable(whole);
  return readApart(cut, lines, whole, parser);
}

function unreadable(answer: Answer<AnyFeed> | undefined): NoFeed {
  const reason = answer?.ok === false ? answer.reason : 'nothing was read';
  return { reason: `cannot be read: ${reason}`, hint: 'see whether it opens in a browser' };
}

/** Every entry as a feed of its own, so that a broken one takes no other along. */
async function readApart(
  { head, shell, entries }: CutFeed,
  lines: readonly number[],
  whole: Answer<AnyFeed>,
  parser: Parser,
): Promise<Feed | NoFeed> {
  const [frame, ...answers] = await parser.feeds([shell, ...entries.map(({ text }) => head + mended(text))]);
  const read: PlacedEntry[] = [];
  const problems: FeedProblem[] = [];
  for (const [at, { isCutOff }] of entries.entries()) {
    const answer = answers[at];
    const [draft] = answer?.ok ? draftsOf(answer.value) : [];
    const place = { number: at + 1, line: lines[at] ?? null };
    if (draft !== undefined && !isCutOff) read.push({ ...place, draft });
    else problems.push({ ...place, level: 'error', ...whyLost(isCutOff, answer) });
  }
  if (read.length === 0 && !whole.ok) return unreadable(whole);
  const feed = frame?.ok ? frame.value : whole.ok ? whole.value : firstOf(answers);
  if (feed === null) return unreadable(whole);
  const reason = 'is not well-formed';
  const hint = 'its entries were read one by one';
  return feedOf(feed, read, [{ number: null, line: null, level: 'warning', reason, hint }, ...problems]);
}

function firstOf(answers: readonly Answer<AnyFeed>[]): AnyFeed | null {
  for (const answer of answers) if (answer.ok) return answer.value;
  return null;
}

function whyLost(isCutOff: boolean, answer: Answer<AnyFeed> | undefined): Pick<FeedProblem, 'reason' | 'hint'> {
  if (isCutOff) return { reason: 'the feed ends in the middle of it', hint: 'it is left out; import again' };
  if (answer?.ok) return { reason: 'it is empty', hint: 'it is left out' };
  return { reason: `it cannot be read: ${answer?.reason ?? 'nothing was read'}`, hint: 'it is left out' };
}

/** `a < b` in a text that should say `a &lt; b`. */
function mended(entry: string): string {
  return entry.replace(/<(?![a-z_/!?])/gi, '&lt;');
}

async function readJson(text: string, parser: Parser): Promise<Feed | NoFeed> {
  const value = parseJson(text);
  if (typeof value === 'string') return { reason: `is no JSON: ${value}`, hint: 'its end may be missing' };
  const [answer] = await parser.feeds([text]);
  if (!answer?.ok || answer.value.format !== 'json') {
    return { reason: 'is JSON, but no feed', hint: 'JSON Feed is read: see jsonfeed.org' };
  }
  const drafts = draftsOf(answer.value);
  const items = typeof value === 'object' && value !== null && 'items' in value ? value.items : [];
  const lost = Array.isArray(items) ? items.length - drafts.length : 0;
  const reason = `${lost} of its items ${lost === 1 ? 'is' : 'are'} empty or no object`;
  const place = { number: null, line: null };
  const problems: FeedProblem[] = lost > 0 ? [{ ...place, level: 'error', reason, hint: 'they are left out' }] : [];
  return feedOf(answer.value, placed(drafts, []), problems);
}

/** The error's words where it is none. */
function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? null : value;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 200) : String(error);
  }
}

function placed(drafts: readonly EntryDraft[], lines: readonly number[]): readonly PlacedEntry[] {
  return drafts.map((draft, at) => ({ number: at + 1, line: lines[at] ?? null, draft }));
}

function draftsOf(any: AnyFeed): readonly EntryDraft[] {
  if (any.format === 'rss') return (any.feed.items ?? []).map(draftOfRss);
  if (any.format === 'rdf') return (any.feed.items ?? []).map(draftOfRdf);
  if (any.format === 'atom') return (any.feed.entries ?? []).map(draftOfAtom);
  return (any.feed.items ?? []).map(draftOfJson);
}

type Head = Omit<Feed, 'entries' | 'problems'>;

function feedOf(any: AnyFeed, entries: readonly PlacedEntry[], problems: readonly FeedProblem[]): Feed {
  return { ...headOf(any), entries, problems };
}

function headOf(any: AnyFeed): Head {
  if (any.format === 'rss') return headOfRss(any.feed);
  if (any.format === 'rdf') return headOfRdf(any.feed);
  return any.format === 'atom' ? headOfAtom(any.feed) : headOfJson(any.feed);
}

const html = (value: string | undefined): Words | null => (value === undefined ? null : { kind: 'html', value });

function headOfRss(feed: RssFeed.Feed<string>): Head {
  const own = feed.atom?.links?.find(({ rel }) => rel === 'self')?.href;
  return {
    title: html(feed.title ?? feed.itunes?.title ?? feed.dc?.titles?.[0]),
    home: feed.link ?? alternatesOf(feed.atom?.links)[0] ?? null,
    self: own ?? feed.atom?.id ?? null,
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
    base: feed.xml?.base ?? null,
  };
}

function headOfRdf(feed: RdfFeed.Feed<string>): Head {
  return {
    title: html(feed.title ?? feed.dc?.titles?.[0]),
    home: feed.link ?? null,
    self: feed.rdf?.about ?? null,
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
    base: feed.xml?.base ?? null,
  };
}

function headOfAtom(feed: AtomFeed.Feed<string>): Head {
  const own = feed.links?.find(({ rel }) => rel === 'self')?.href;
  return {
    title: wordsOfAtom(feed.title),
    home: alternatesOf(feed.links)[0] ?? null,
    self: feed.id ?? own ?? null,
    language: feed.xml?.lang ?? feed.dc?.languages?.[0] ?? null,
    base: feed.xml?.base ?? null,
  };
}

function headOfJson(feed: JsonFeed.Feed<string>): Head {
  return {
    title: feed.title === undefined ? null : { kind: 'text', value: feed.title },
    home: feed.home_page_url ?? null,
    self: feed.feed_url ?? null,
    language: feed.language ?? null,
    base: null,
  };
}

function lineOf(text: string, place: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < place; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
