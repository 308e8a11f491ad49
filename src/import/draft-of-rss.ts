import type { RdfFeed, RssFeed } from 'feedsmith';
import { alternatesOf } from './alternates-of.ts';
import type { Enclosure, EntryDraft } from './feed.ts';
import { isPicture } from './is-picture.ts';
import { mediaPictures } from './media-pictures.ts';
import { present } from './present.ts';
import { webAddresses } from './web-addresses.ts';

type RssItem = RssFeed.Item<string>;
type RdfItem = RdfFeed.Item<string>;

const html = (...values: readonly (string | undefined)[]) =>
  present(...values).map((value) => ({ kind: 'html' as const, value }));

function enclosuresOf(item: RssItem): readonly Enclosure[] {
  return (item.enclosures ?? []).flatMap(({ url, type = '', length = null }) =>
    url === undefined ? [] : { address: url, type, bytes: length },
  );
}

/** `guid` is an address unless it says that it is none. */
function linksOf({ link, guid, atom }: RssItem): readonly string[] {
  const own = alternatesOf(atom?.links);
  return [...present(link, ...own), ...webAddresses(guid?.isPermaLink === false ? undefined : guid?.value)];
}

/** An item of RSS 0.9x or 2.0. */
export function draftOfRss(item: RssItem): EntryDraft {
  const { itunes, media, dc, dcterms, atom } = item;
  const enclosures = enclosuresOf(item);
  const pictures = enclosures.filter(({ type, address }) => isPicture(type, address)).map(({ address }) => address);
  return {
    guid: item.guid?.value ?? atom?.id ?? null,
    links: linksOf(item),
    title: html(item.title, itunes?.title, media?.title?.value, ...(dc?.titles ?? []))[0] ?? null,
    texts: html(
      item.content?.encoded,
      item.description,
      itunes?.summary,
      media?.description?.value,
      media?.groups?.[0]?.description?.value,
      ...(dc?.descriptions ?? []),
    ),
    summary: html(item.content?.encoded === undefined ? undefined : item.description)[0] ?? null,
    dates: present(item.pubDate, ...(dc?.dates ?? []), atom?.published, ...(dcterms?.issued ?? []), atom?.updated),
    updates: present(atom?.updated, ...(dcterms?.modified ?? [])),
    writers: present(...(dc?.creators ?? []), ...(item.authors ?? []).map(({ name }) => name), itunes?.author),
    source: item.source?.title ?? null,
    tags: present(...(item.categories ?? []).map(({ name }) => name), ...(dc?.subjects ?? [])),
    pictures: [...mediaPictures(media), ...present(itunes?.image, item.googleplay?.image?.href), ...pictures],
    enclosures: enclosures.filter(({ type, address }) => !isPicture(type, address)),
    language: item.xml?.lang ?? dc?.languages?.[0] ?? null,
    base: item.xml?.base ?? null,
    textBase: null,
    player: null,
  };
}

/** An item of RSS 1.0 (RDF). */
export function draftOfRdf(item: RdfItem): EntryDraft {
  const { dc, dcterms, media } = item;
  return {
    guid: item.rdf?.about ?? null,
    links: [...present(item.link), ...webAddresses(item.rdf?.about)],
    title: html(item.title, ...(dc?.titles ?? []))[0] ?? null,
    texts: html(item.content?.encoded, item.description, ...(dc?.descriptions ?? [])),
    summary: html(item.content?.encoded === undefined ? undefined : item.description)[0] ?? null,
    dates: present(...(dc?.dates ?? []), ...(dcterms?.issued ?? []), ...(dcterms?.created ?? [])),
    updates: present(...(dcterms?.modified ?? [])),
    writers: present(...(dc?.creators ?? [])),
    source: null,
    tags: present(...(dc?.subjects ?? [])),
    pictures: mediaPictures(media),
    enclosures: [],
    language: item.xml?.lang ?? dc?.languages?.[0] ?? null,
    base: item.xml?.base ?? null,
    textBase: null,
    player: null,
  };
}
