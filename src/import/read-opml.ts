import type { Opml } from 'feedsmith';
import type { Words } from './feed.ts';
import type { Parser } from './parser.ts';
import { plainWords } from './plain-words.ts';

/** A feed on a list, and the folders it lies in. */
export interface ListedFeed {
  readonly address: string;
  readonly categories: readonly string[];
}

export interface FeedList {
  readonly feeds: readonly ListedFeed[];
  /** Lines of the list that name no address that can be asked. */
  readonly strays: readonly string[];
}

type Outline = Opml.Outline<string>;

const LONGEST_LEVEL = 100;
const MOST_LEVELS = 7;
const ROOT = /<opml[\s>]/i;

export const isOpml = (text: string): boolean => ROOT.test(text.slice(0, 5000));

/** The feeds of an OPML list, each once; the reason in words where it can't be read. */
export async function readOpml(text: string, parser: Parser): Promise<FeedList | string> {
  const answer = await parser.opml(text.slice(text.search(ROOT)));
  if (!answer.ok) return answer.reason;
  const feeds = new Map<string, ListedFeed>();
  const strays: string[] = [];
  for (const { outline, path } of outlinesOf(answer.value)) {
    const address = outline.xmlUrl ?? (outline.type === 'rss' ? outline.url : undefined);
    if (address === undefined) continue;
    if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) strays.push(address.slice(0, 200));
    else if (!feeds.has(address))
      feeds.set(address, { address, categories: path.length > 0 ? path : ownPath(outline) });
  }
  return { feeds: [...feeds.values()], strays };
}

/** All outlines in the order of the list, each with the names of those it lies in. */
function* outlinesOf({ body }: Opml.Document<string>) {
  const waiting = (body?.outlines ?? []).map((outline) => ({ outline, path: [] as readonly string[] })).toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    const { outline, path } = next;
    const inner = [...path, nameOf(outline)].filter(Boolean).slice(0, MOST_LEVELS);
    waiting.push(...(outline.outlines ?? []).map((each) => ({ outline: each, path: inner })).toReversed());
  }
}

function nameOf({ text, title }: Outline): string {
  const words: Words = { kind: 'html', value: text ?? title ?? '' };
  return plainWords(words, LONGEST_LEVEL);
}

/** The attribute `category` says paths, `/Boston/Weather,/Sea`. */
function ownPath({ category = '' }: Outline): readonly string[] {
  const [first = ''] = category.split(',');
  return first
    .split('/')
    .map((level) => level.trim())
    .filter(Boolean)
    .slice(0, MOST_LEVELS);
}
