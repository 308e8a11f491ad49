import { detectLanguage } from '../article/language.ts';
import { readDate } from '../article/read-date.ts';
import { site } from '../site.ts';
import { absoluteAddresses, resolveAddress } from './absolute-addresses.ts';
import { bodyOf } from './body-of.ts';
import type { EntryDraft, Feed, FeedProblem, PlacedEntry } from './feed.ts';
import { plainWords } from './plain-words.ts';
import { roughWords } from './rough-words.ts';
import type { PlacedStory, Story } from './story.ts';
import { storyAddress } from './story-address.ts';

export interface ReadStories {
  /** Of the feed; empty where it has none. */
  readonly title: string;
  /** Absolute; null where unknown. */
  readonly home: string | null;
  readonly stories: readonly PlacedStory[];
  readonly problems: readonly FeedProblem[];
}

const LONGEST_TITLE = 500;
const LONGEST_NAME = 100;
const LONGEST_SUMMARY = 500;
const MOST_TAGS = 50;

/** What all entries of a feed have in common. */
interface Context {
  readonly isKept: (address: string) => boolean;
  readonly title: string;
  readonly home: string | null;
  readonly base: string | null;
  /** The feed names a base. */
  readonly isBaseGiven: boolean;
  readonly language: string | null;
}

/**
 * Makes stories of a feed's entries.
 * @param address the feed's own; null where it came as a file
 * @param isKept whether a picture's relative address stays as it is
 */
export function readStories(
  feed: Feed,
  address: string | null,
  isKept: (address: string) => boolean = () => false,
): ReadStories {
  // A feed calls itself by its address, or by a name that is none.
  const own = resolveAddress(feed.self ?? '', address) ?? address;
  const base = feed.base === null ? own : (resolveAddress(feed.base, own) ?? own);
  const home = feed.home === null ? null : resolveAddress(feed.home, base);
  const title = feed.title === null ? '' : plainWords(feed.title, LONGEST_NAME);
  const context = {
    isKept,
    title,
    home,
    base: feed.base === null ? (home ?? base) : base,
    isBaseGiven: feed.base !== null,
    language: feed.language,
  };
  const problems: FeedProblem[] = [...feed.problems];
  const stories: PlacedStory[] = [];
  for (const entry of feed.entries) {
    const say = (level: FeedProblem['level'], reason: string, hint: string) =>
      problems.push({ number: entry.number, line: entry.line, level, reason, hint });
    const story = storyOf(entry, context, say);
    if (story !== null) stories.push({ ...story, number: entry.number, line: entry.line });
  }
  return { title, home, stories, problems: [...problems, ...undated(feed.entries)] };
}

type Say = (level: FeedProblem['level'], reason: string, hint: string) => void;

/** Null, and said, where there is nothing to show. */
function storyOf({ draft }: PlacedEntry, context: Context, say: Say): Story | null {
  const link = linkOf(draft, context);
  const base = textBaseOf(draft, link, context);
  const title = draft.title === null ? '' : plainWords(draft.title, LONGEST_TITLE);
  const html = absoluteAddresses(bodyOf(draft, { title, link, base }), base, context.isKept);
  if (html === '') {
    say('error', 'it has neither title nor text', 'it is left out');
    return null;
  }
  const date = dateOf(draft, say);
  return {
    guid: draft.guid,
    link,
    title,
    html,
    summary: summaryOf(draft, html),
    date,
    updated: updateOf(draft, date),
    source: (draft.source === null ? '' : nameOf(draft.source)) || context.title,
    writer: [...new Set(draft.writers.map(nameOf))].filter(Boolean).slice(0, 5).join(', '),
    tags: tagsOf(draft),
    cover: draft.pictures.map((picture) => resolveAddress(picture, base)).find((picture) => picture !== null) ?? null,
    language: languageOf(draft.language ?? context.language, `${title} ${html.slice(0, 20_000)}`),
  };
}

const within = (base: string | null, outer: string | null): string | null =>
  base === null ? outer : (resolveAddress(base, outer) ?? outer);

/** Where nothing says otherwise, a text was written for its own page. */
function textBaseOf({ base, textBase }: EntryDraft, link: string | null, context: Context): string | null {
  const entryBase = base === null && !context.isBaseGiven ? (link ?? context.base) : within(base, context.base);
  return within(textBase, entryBase);
}

function linkOf({ links, base: own }: EntryDraft, context: Context): string | null {
  const base = within(own, context.base);
  for (const link of links) {
    const resolved = resolveAddress(link, base);
    if (resolved !== null && !/^https?:\/\/[^/]*@/i.test(resolved)) return storyAddress(resolved);
  }
  return null;
}

/** One line that names somebody or something. */
function nameOf(value: string): string {
  return plainWords({ kind: 'html', value }, LONGEST_NAME);
}

function tagsOf({ tags }: EntryDraft): readonly string[] {
  return [...new Set(tags.map(nameOf))].filter(Boolean).slice(0, MOST_TAGS);
}

/** 1970 is what programs say that know no date. */
function readMoment(text: string): number | null {
  const moment = readDate(text, site.timeZone);
  return moment === 0 ? null : moment;
}

function dateOf({ dates }: EntryDraft, say: Say): number | null {
  const moments = dates.map(readMoment);
  const found = moments.find((moment) => moment !== null) ?? null;
  const [first = ''] = dates;
  if (found === null && first !== '') {
    say('warning', `its date “${first.slice(0, 80)}” is no date`, 'it counts as unknown, and the article comes last');
  }
  return found;
}

/** A minute is what programs take to note twice that they published something. */
function updateOf({ updates }: EntryDraft, date: number | null): number | null {
  const updated = updates.map(readMoment).find((moment) => moment !== null) ?? null;
  return date === null || updated === null || updated - date < 60_000 ? null : updated;
}

/** A summary of its own words; most feeds repeat the text's first ones. */
function summaryOf({ summary }: EntryDraft, html: string): string {
  if (summary === null) return '';
  const own = plainWords(summary, LONGEST_SUMMARY);
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');
  const start = letters(own.replace(/(?:\[…\]|\[\.{3}\]|…|\.{3}).*$/s, '')).slice(0, 100);
  const text = letters(roughWords(html.slice(0, 20_000)));
  return start.length < 10 || text.includes(start) ? '' : own;
}

/**
 * The language a feed claims, where the text doesn't belie it: programs claim `en-US` for whatever language. Chinese,
 * Japanese and Korean are seen better than claimed.
 */
function languageOf(claimed: string | null, html: string): string | null {
  const tag = claimed?.trim().replaceAll('_', '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8}){0,3}$/i.test(tag) || /^(?:zh|ja|ko|en)\b/i.test(tag)) return null;
  const seen = detectLanguage(roughWords(html));
  return seen === 'en' || seen === 'und' ? tag : null;
}

function undated(entries: readonly PlacedEntry[]): readonly FeedProblem[] {
  const count = entries.filter(({ draft }) => draft.dates.length === 0).length;
  if (count === 0) return [];
  const reason = count === 1 ? 'one entry has no date' : `${count} entries have no date`;
  return [{ number: null, line: null, level: 'warning', reason, hint: 'articles without one come last' }];
}
