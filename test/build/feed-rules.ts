/** What the specifications of the three feed formats require, a rule a row. Read with the DOM, not with a feed library. */

export interface XmlRule {
  readonly says: string;
  readonly holds: (feed: Document) => boolean;
}

const ATOM = 'http://www.w3.org/2005/Atom';
const DC = 'http://purl.org/dc/elements/1.1/';
const CONTENT = 'http://purl.org/rss/1.0/modules/content/';

const childrenNamed = (parent: Element | null | undefined, name: string, space: string | null = null): Element[] =>
  [...(parent?.children ?? [])].filter((child) => child.localName === name && child.namespaceURI === space);

const textOf = (element: Element | undefined): string => element?.textContent ?? '';
const isAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
const isUnique = (texts: readonly string[]): boolean => new Set(texts).size === texts.length;
const isEvery = <Item>(items: readonly Item[], holds: (item: Item) => boolean): boolean => items.every(holds);

/** RFC 822 with four digits in the year. */
const RFC_822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]+$/;

const channelOf = (feed: Document) => childrenNamed(feed.documentElement, 'channel')[0];
const itemsOf = (feed: Document) => childrenNamed(channelOf(feed), 'item');
const once = (parent: Element | undefined, name: string, space: string | null = null) =>
  childrenNamed(parent, name, space).length === 1;

/** No address in a text of HTML may need the site to be understood. */
export function hasOnlyWholeAddresses(html: string): boolean {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  const addresses = [...body.querySelectorAll('[href], [src]')].map((element) => {
    return element.getAttribute('href') ?? element.getAttribute('src') ?? '';
  });
  return addresses.every((address) => /^(?:https?:\/\/|mailto:|tel:|data:image\/)/.test(address));
}

const ITEM_PARTS = [
  'title',
  'link',
  'description',
  'author',
  'category',
  'comments',
  'enclosure',
  'guid',
  'pubDate',
  'source',
];
const CHANNEL_PARTS = [
  ...[
    'title',
    'link',
    'description',
    'language',
    'copyright',
    'managingEditor',
    'webMaster',
    'pubDate',
    'lastBuildDate',
  ],
  ...['category', 'generator', 'docs', 'cloud', 'ttl', 'image', 'rating', 'textInput', 'skipHours', 'skipDays', 'item'],
];

const knows = (element: Element, names: readonly string[]): boolean =>
  isEvery([...element.children], (child) => child.namespaceURI !== null || names.includes(child.localName));

/** rssboard.org/rss-specification, and what its profile recommends for readers of today. */
export const rssRules: readonly XmlRule[] = [
  {
    says: 'is rss 2.0',
    holds: (feed) => feed.documentElement.localName === 'rss' && feed.documentElement.getAttribute('version') === '2.0',
  },
  { says: 'has one channel', holds: (feed) => once(feed.documentElement, 'channel') },
  {
    says: 'has one title, link and description',
    holds: (feed) => isEvery(['title', 'link', 'description'], (name) => once(channelOf(feed), name)),
  },
  { says: 'links to its page', holds: (feed) => isAddress(textOf(childrenNamed(channelOf(feed), 'link')[0])) },
  { says: 'names its language', holds: (feed) => LANGUAGE.test(textOf(childrenNamed(channelOf(feed), 'language')[0])) },
  {
    says: 'is dated as RFC 822 has it',
    holds: (feed) => isEvery(childrenNamed(channelOf(feed), 'lastBuildDate'), (date) => RFC_822.test(textOf(date))),
  },
  {
    says: 'says where it is itself',
    holds: (feed) =>
      childrenNamed(channelOf(feed), 'link', ATOM).some(
        (link) => link.getAttribute('rel') === 'self' && isAddress(link.getAttribute('href') ?? ''),
      ),
  },
  {
    says: 'has only elements that exist',
    holds: (feed) =>
      knows(channelOf(feed) ?? feed.documentElement, CHANNEL_PARTS) &&
      isEvery(itemsOf(feed), (item) => knows(item, ITEM_PARTS)),
  },
  {
    says: 'has items with a title or a description',
    holds: (feed) => isEvery(itemsOf(feed), (item) => once(item, 'title') || once(item, 'description')),
  },
  {
    says: 'has items that link to a page',
    holds: (feed) => isEvery(itemsOf(feed), (item) => isAddress(textOf(childrenNamed(item, 'link')[0]))),
  },
  {
    says: 'has one guid an item, no two the same, permanent links being addresses',
    holds: (feed) => {
      const guids = itemsOf(feed).flatMap((item) => childrenNamed(item, 'guid'));
      const permanent = guids.filter((guid) => guid.getAttribute('isPermaLink') !== 'false');
      return (
        guids.length === itemsOf(feed).length && isUnique(guids.map(textOf)) && permanent.map(textOf).every(isAddress)
      );
    },
  },
  {
    says: 'dates items as RFC 822 has it',
    holds: (feed) =>
      isEvery(
        itemsOf(feed).flatMap((item) => childrenNamed(item, 'pubDate')),
        (date) => RFC_822.test(textOf(date)),
      ),
  },
  {
    says: 'names authors without an address of e-mail in dc:creator',
    holds: (feed) =>
      isEvery(
        itemsOf(feed),
        (item) =>
          isEvery(childrenNamed(item, 'author'), (author) => textOf(author).includes('@')) &&
          childrenNamed(item, 'creator', DC).length <= 1,
      ),
  },
  {
    says: 'has enclosures with address, length and type, one an item',
    holds: (feed) =>
      isEvery(itemsOf(feed), (item) => {
        const found = childrenNamed(item, 'enclosure');
        return (
          found.length <= 1 &&
          found.every(
            (one) =>
              isAddress(one.getAttribute('url') ?? '') &&
              /^\d+$/.test(one.getAttribute('length') ?? '') &&
              MEDIA_TYPE.test(one.getAttribute('type') ?? ''),
          )
        );
      }),
  },
  {
    says: 'has whole texts in one content:encoded, with whole addresses',
    holds: (feed) => {
      const texts = itemsOf(feed).map((item) => childrenNamed(item, 'encoded', CONTENT));
      return texts.every((found) => found.length <= 1) && texts.flat().map(textOf).every(hasOnlyWholeAddresses);
    },
  },
];

const entriesOf = (feed: Document) => childrenNamed(feed.documentElement, 'entry', ATOM);
const atomParts = (parent: Element, name: string) => childrenNamed(parent, name, ATOM);
const linksOf = (parent: Element, rel: string) =>
  atomParts(parent, 'link').filter((link) => (link.getAttribute('rel') ?? 'alternate') === rel);
const everyPart = (feed: Document, name: string) => [...feed.getElementsByTagNameNS(ATOM, name)];
const isText = (element: Element) =>
  element.children.length === 0 && [null, 'text', 'html'].includes(element.getAttribute('type'));

/** RFC 4287; the number is the section's. */
export const atomRules: readonly XmlRule[] = [
  {
    says: '4.1.1 is a feed',
    holds: (feed) => feed.documentElement.localName === 'feed' && feed.documentElement.namespaceURI === ATOM,
  },
  {
    says: '4.1.1 has one id, title and updated',
    holds: (feed) => isEvery(['id', 'title', 'updated'], (name) => once(feed.documentElement, name, ATOM)),
  },
  {
    says: '4.1.1 has an author, or all its entries do',
    holds: (feed) =>
      atomParts(feed.documentElement, 'author').length > 0 ||
      isEvery(entriesOf(feed), (entry) => atomParts(entry, 'author').length > 0),
  },
  { says: '4.1.1 says where it is itself', holds: (feed) => linksOf(feed.documentElement, 'self').length === 1 },
  {
    says: '4.1.1 has one alternate of a type',
    holds: (feed) =>
      isEvery([feed.documentElement, ...entriesOf(feed)], (parent) =>
        isUnique(
          linksOf(parent, 'alternate').map((link) => `${link.getAttribute('type')} ${link.getAttribute('hreflang')}`),
        ),
      ),
  },
  {
    says: '4.1.2 has entries with one id, title and updated',
    holds: (feed) =>
      isEvery(entriesOf(feed), (entry) => isEvery(['id', 'title', 'updated'], (name) => once(entry, name, ATOM))),
  },
  {
    says: '4.1.2 has entries with content or an alternate',
    holds: (feed) =>
      isEvery(
        entriesOf(feed),
        (entry) => atomParts(entry, 'content').length === 1 || linksOf(entry, 'alternate').length > 0,
      ),
  },
  {
    says: '4.1.2 has at most one content, published and summary an entry',
    holds: (feed) =>
      isEvery(entriesOf(feed), (entry) =>
        isEvery(['content', 'published', 'summary'], (name) => atomParts(entry, name).length <= 1),
      ),
  },
  {
    says: '4.2.6 has ids that are addresses, to the letter',
    holds: (feed) => isEvery(everyPart(feed, 'id').map(textOf), (id) => isAddress(id) && id === id.trim()),
  },
  {
    says: '4.2.6 has no id twice',
    holds: (feed) => isUnique(entriesOf(feed).map((entry) => textOf(atomParts(entry, 'id')[0]))),
  },
  {
    says: '3.3 dates as RFC 3339 has it',
    holds: (feed) =>
      isEvery([...everyPart(feed, 'updated'), ...everyPart(feed, 'published')].map(textOf), (date) =>
        RFC_3339.test(date),
      ),
  },
  {
    says: '3.1 has texts of a known type and without elements',
    holds: (feed) =>
      isEvery(
        ['title', 'subtitle', 'summary', 'content'].flatMap((name) => everyPart(feed, name)),
        isText,
      ),
  },
  {
    says: '3.2 has persons with one name',
    holds: (feed) =>
      isEvery(
        everyPart(feed, 'author'),
        (author) => once(author, 'name', ATOM) && textOf(atomParts(author, 'name')[0]).trim() !== '',
      ),
  },
  {
    says: '4.2.2 has categories with a term',
    holds: (feed) => isEvery(everyPart(feed, 'category'), (category) => (category.getAttribute('term') ?? '') !== ''),
  },
  {
    says: '4.2.7 has links that lead somewhere, of real types',
    holds: (feed) =>
      isEvery(
        everyPart(feed, 'link'),
        (link) => isAddress(link.getAttribute('href') ?? '') && MEDIA_TYPE.test(link.getAttribute('type') ?? 'a/a'),
      ),
  },
  {
    says: '4.1.3 has texts of HTML with whole addresses',
    holds: (feed) => isEvery(everyPart(feed, 'content').map(textOf), hasOnlyWholeAddresses),
  },
];

type Json = Readonly<Record<string, unknown>>;

export interface JsonRule {
  readonly says: string;
  readonly holds: (feed: Json, items: readonly Json[]) => boolean;
}

const isString = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isMissingOr = (holds: (value: unknown) => boolean) => (value: unknown) => value === undefined || holds(value);
const isJsonAddress = (value: unknown) => isString(value) && isAddress(value);
const isJsonDate = (value: unknown) => isString(value) && RFC_3339.test(value);
const isJsonLanguage = (value: unknown) => isString(value) && LANGUAGE.test(value);
const isAuthor = (value: unknown) =>
  typeof value === 'object' && value !== null && ['name', 'url', 'avatar'].some((key) => key in value);

const ITEM_KEYS = [
  ...['id', 'url', 'external_url', 'title', 'content_html', 'content_text', 'summary', 'image', 'banner_image'],
  ...['date_published', 'date_modified', 'authors', 'tags', 'language', 'attachments'],
];

/** jsonfeed.org/version/1.1 */
export const jsonFeedRules: readonly JsonRule[] = [
  { says: 'names its version', holds: (feed) => feed.version === 'https://jsonfeed.org/version/1.1' },
  { says: 'has a title', holds: (feed) => isString(feed.title) },
  { says: 'has a list of items', holds: (feed) => Array.isArray(feed.items) },
  {
    says: 'says where its page and itself are',
    holds: (feed) => isJsonAddress(feed.home_page_url) && isJsonAddress(feed.feed_url),
  },
  { says: 'names its language', holds: (feed) => isJsonLanguage(feed.language) },
  {
    says: 'has items with ids, no two the same',
    holds: (_, items) => items.every(({ id }) => isString(id)) && isUnique(items.map(({ id }) => String(id))),
  },
  {
    says: 'has items with a text, HTML or plain',
    holds: (_, items) => items.every((item) => isString(item.content_html) || isString(item.content_text)),
  },
  { says: 'has items at an address', holds: (_, items) => items.every(({ url }) => isJsonAddress(url)) },
  {
    says: 'has pictures at an address',
    holds: (_, items) => items.every(({ image }) => isMissingOr(isJsonAddress)(image)),
  },
  {
    says: 'dates as RFC 3339 has it',
    holds: (_, items) =>
      items.flatMap((item) => [item.date_published, item.date_modified]).every(isMissingOr(isJsonDate)),
  },
  {
    says: 'has authors in a list, each with something',
    holds: (_, items) =>
      items.every(({ authors }) => isMissingOr((value) => Array.isArray(value) && value.every(isAuthor))(authors)),
  },
  {
    says: 'has tags that are words',
    holds: (_, items) =>
      items.every(({ tags }) => isMissingOr((value) => Array.isArray(value) && value.every(isString))(tags)),
  },
  {
    says: 'names the language of items',
    holds: (_, items) => items.every(({ language }) => isMissingOr(isJsonLanguage)(language)),
  },
  {
    says: 'uses nothing of version 1 or of its own',
    holds: (_, items) => items.flatMap(Object.keys).every((key) => ITEM_KEYS.includes(key)),
  },
  {
    says: 'has texts of HTML with whole addresses',
    holds: (_, items) => items.every(({ content_html: html }) => !isString(html) || hasOnlyWholeAddresses(html)),
  },
];
