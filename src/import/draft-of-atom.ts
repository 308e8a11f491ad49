import type { AtomFeed } from 'feedsmith';
import { alternatesOf } from './alternates-of.ts';
import { expandEmptyTags } from './expand-empty-tags.ts';
import type { Enclosure, EntryDraft, Words } from './feed.ts';
import { isPicture } from './is-picture.ts';
import { mediaPictures } from './media-pictures.ts';
import { present } from './present.ts';
import { webAddresses } from './web-addresses.ts';

type Entry = AtomFeed.Entry<string>;
type Link = AtomFeed.Link<string>;

/** Atom says how each of its texts is to be read; a type it doesn't know is no text. */
export function wordsOfAtom(text: AtomFeed.Content | undefined): Words | null {
  if (text?.value === undefined) return null;
  const { value } = text;
  const type = (text.type ?? 'text').toLowerCase();
  if (type === 'xhtml' || type === 'application/xhtml+xml') return { kind: 'html', value: expandEmptyTags(value) };
  if (type === 'html' || type === 'text/html') return { kind: 'html', value };
  return type === 'text' || type.startsWith('text/') ? { kind: 'text', value } : null;
}

const textsOf = (...texts: readonly (AtomFeed.Content | undefined)[]): readonly Words[] =>
  texts.map(wordsOfAtom).filter((words) => words !== null);

function enclosuresOf(links: readonly Link[] = []): readonly Enclosure[] {
  return links.flatMap(({ rel = '', href, type = '', length = null }) =>
    rel.toLowerCase() === 'enclosure' && href !== undefined ? { address: href, type, bytes: length } : [],
  );
}

/** Of a video channel's entry there is nothing but a number to see. */
function playerOf({ yt }: Entry): string | null {
  return yt?.videoId !== undefined && /^[\w-]{6,20}$/.test(yt.videoId)
    ? `https://www.youtube.com/embed/${yt.videoId}`
    : null;
}

/** An entry of Atom 0.3 or 1.0. */
export function draftOfAtom(entry: Entry): EntryDraft {
  const { media, dc, itunes, content, summary } = entry;
  const enclosures = enclosuresOf(entry.links);
  const isShown = ({ type, address }: Enclosure): boolean => isPicture(type, address);
  const described = [media, ...(media?.groups ?? [])].flatMap((holder) => holder?.description?.value ?? []);
  return {
    guid: entry.id ?? null,
    links: [
      ...alternatesOf(entry.links),
      ...present(content?.value === undefined ? content?.src : undefined),
      ...webAddresses(entry.id),
    ],
    title: wordsOfAtom(entry.title) ?? null,
    texts: [...textsOf(content, summary), ...described.map((value) => ({ kind: 'text' as const, value }))],
    summary: content?.value === undefined ? null : wordsOfAtom(summary),
    dates: present(entry.published, ...(dc?.dates ?? []), entry.updated),
    updates: present(entry.updated),
    writers: present(...(entry.authors ?? []).map(({ name }) => name), ...(dc?.creators ?? [])),
    source: entry.source?.title?.value ?? null,
    tags: present(...(entry.categories ?? []).map(({ label, term }) => label ?? term), ...(dc?.subjects ?? [])),
    pictures: [
      ...mediaPictures(media),
      ...present(itunes?.image),
      ...enclosures.filter(isShown).map(({ address }) => address),
    ],
    enclosures: enclosures.filter((enclosure) => !isShown(enclosure)),
    language: content?.xml?.lang ?? entry.xml?.lang ?? null,
    base: entry.xml?.base ?? null,
    textBase: (content?.value === undefined ? summary : content)?.xml?.base ?? null,
    player: playerOf(entry),
  };
}
