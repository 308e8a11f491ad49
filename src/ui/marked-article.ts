import type { PageData } from '../edition/edition-data.ts';
import type { Named, Row, RowLink, StoryLink } from '../edition/row.ts';
import { escapeAsReact } from './escape-as-react.ts';
import { keepsPhrases } from './keeps-phrases.ts';
import type { Reader } from './reader.tsx';

export type ArticlePageData = Extract<PageData, { readonly kind: 'article' }>;

/** An article's data with a numbered mark for everything that is printed as it is. */
export interface MarkedArticle {
  /** The same for articles whose pages differ in nothing but what is marked. */
  readonly data: ArticlePageData;
  /** What is to be printed for each mark, as React would. */
  readonly values: readonly string[];
}

/** In printed markup: a mark, with what makes one a long title, or the moment that stands for one in `datetime`. */
export const MARKS = /qz(\d+)zq(?:x{100})?|1970-01-01T00:00:00\.(\d{3})Z/g;

const markOf = (number: number): string => `qz${number}zq`;
/** Too long for its phrases to be kept together. */
const longMarkOf = (number: number): string => markOf(number) + 'x'.repeat(100);

/** What prints a marked article: a reader whose dates and minutes are marks too. */
export function markingReader(reader: Reader): Reader {
  const { dates, messages } = reader;
  return {
    ...reader,
    dates: { ...dates, moment: (date) => markOf(date + 1), dayAndClock: (date) => markOf(date + 2) },
    messages: { ...messages, readingTime: markOf },
  };
}

interface Marker {
  readonly text: (text: string, mark?: typeof markOf) => string;
  /** A part of an address. */
  readonly address: (part: string) => string;
  readonly date: (date: number | null) => number | null;
  readonly minutes: (minutes: number) => number;
}

/** A moment as the three texts that pages say it in: `datetime`, `title`, what is read. */
type Moments = (date: number) => readonly [string, string, string];

/** An article's date stands on its page and on those of its relations. */
const MOST_MOMENTS = 10_000;

function createMoments({ dates }: Reader): Moments {
  const known = new Map<number, ReturnType<Moments>>();
  return (date) => {
    const found = known.get(date);
    if (found !== undefined) return found;
    const texts = [dates.moment(date), dates.dayAndClock(date)] as const;
    const made = [new Date(date).toISOString(), escapeAsReact(texts[0]), escapeAsReact(texts[1])] as const;
    if (known.size === MOST_MOMENTS) known.clear();
    known.set(date, made);
    return made;
  };
}

function createMarker(values: string[], { messages }: Reader, moments: Moments): Marker {
  // React prints nothing for an empty text, not even what parts two texts.
  const text: Marker['text'] = (said, mark = markOf) => {
    return said === '' ? '' : mark(values.push(escapeAsReact(said)) - 1);
  };
  return {
    text,
    address: (part) => text(encodeURIComponent(part)),
    date(date) {
      if (date === null) return null;
      return values.push(...moments(date)) - 3;
    },
    minutes: (minutes) => values.push(escapeAsReact(messages.readingTime(minutes))) - 1,
  };
}

function markSource(marker: Marker, { name, slug }: Named): Named {
  return { name: marker.text(name), slug: marker.address(slug) };
}

/** A level's slug is a part of a path, and a slash in it parts the path. */
function markLevel(marker: Marker, { name, slug }: Named): Named {
  return { name: marker.text(name), slug: slug.split('/').map(marker.address).join('/') };
}

function markLink(marker: Marker, { id, title }: RowLink): RowLink {
  return { id: marker.address(id), title: marker.text(title) };
}

function markStory(marker: Marker, story: StoryLink): StoryLink {
  const source = story.source === null ? null : marker.text(story.source);
  return { ...markLink(marker, story), source, date: marker.date(story.date) };
}

/** What is the story's own, its cover for one, is left out. */
function markRow(marker: Marker, row: Row): Row {
  const { id, title, source, category, date, minutes, lang } = row;
  return {
    id: marker.address(id),
    title: marker.text(title, keepsPhrases(title, Number.POSITIVE_INFINITY) ? markOf : longMarkOf),
    excerpt: '',
    date: marker.date(date),
    source: source && markSource(marker, source),
    category: category.map((level) => markLevel(marker, level)),
    cover: null,
    lang: marker.text(lang),
    minutes: marker.minutes(minutes),
  };
}

/** Takes what stands round articles apart: into what each says, and the shape it says it in. */
export function createArticleMarker(reader: Reader): (data: ArticlePageData) => MarkedArticle {
  const moments = createMoments(reader);
  return ({ row, newer, older, more }) => {
    const values: string[] = [];
    const marker = createMarker(values, reader, moments);
    const data: ArticlePageData = {
      kind: 'article',
      row: markRow(marker, row),
      position: 0,
      newer: newer && markLink(marker, newer),
      older: older && markLink(marker, older),
      more: more && {
        copyCount: more.copyCount,
        copies: more.copies.map((copy) => markStory(marker, copy)),
        related: more.related.map((story) => markStory(marker, story)),
      },
    };
    return { data, values };
  };
}
