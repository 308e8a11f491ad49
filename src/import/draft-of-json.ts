import type { JsonFeed } from 'feedsmith';
import type { EntryDraft, Words } from './feed.ts';
import { isPicture } from './is-picture.ts';
import { present } from './present.ts';
import { webAddresses } from './web-addresses.ts';

type Item = JsonFeed.Item<string>;

function textsOf({ content_html, content_text, summary }: Item): readonly Words[] {
  return [
    ...present(content_html).map((value) => ({ kind: 'html' as const, value })),
    ...present(content_text, summary).map((value) => ({ kind: 'text' as const, value })),
  ];
}

/** An item of JSON Feed 1 or 1.1. */
export function draftOfJson(item: Item): EntryDraft {
  const attachments = (item.attachments ?? []).flatMap(({ url, mime_type = '', size_in_bytes = null }) =>
    url === undefined ? [] : { address: url, type: mime_type, bytes: size_in_bytes },
  );
  const pictures = attachments.filter(({ type, address }) => isPicture(type, address));
  const hasText = item.content_html !== undefined || item.content_text !== undefined;
  return {
    guid: item.id ?? null,
    links: [...present(item.url, item.external_url), ...webAddresses(item.id)],
    title: item.title === undefined ? null : { kind: 'text', value: item.title },
    texts: textsOf(item),
    summary: hasText && item.summary !== undefined ? { kind: 'text', value: item.summary } : null,
    dates: present(item.date_published, item.date_modified),
    updates: present(item.date_modified),
    writers: present(...(item.authors ?? []).map(({ name }) => name)),
    source: null,
    tags: item.tags ?? [],
    pictures: [...present(item.image, item.banner_image), ...pictures.map(({ address }) => address)],
    enclosures: attachments.filter((attachment) => !pictures.includes(attachment)),
    language: item.language ?? null,
    base: null,
    textBase: null,
    player: null,
  };
}
