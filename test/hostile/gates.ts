import type { Element, Root } from 'hast';
import { elementsOf } from '../../src/article/hast-node.ts';

/**
 * What a shown body may consist of, written down once more and on purpose not taken from `allow-list.ts`: a slip there must not
 * widen the test with it.
 */
const tags = new Set(
  (
    'p br hr h2 h3 h4 h5 h6 strong b em i u s del ins mark small sub sup abbr cite q blockquote code pre kbd samp var ul ol li ' +
    'dl dt dd figure figcaption img table caption colgroup col thead tbody tfoot tr th td a span div section time ruby rt rp ' +
    'wbr bdi details summary'
  ).split(' '),
);
const attributes = new Set(
  (
    'href src alt title lang dir dateTime colSpan rowSpan scope start width height dataAlign dataKind dataAnchor dataLanguage ' +
    'dataSrc dataTitle dataPoster'
  ).split(' '),
);

const raster = /^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/i;
const page = 'https://paper.example/a/page/';

function addressFault(name: string, value: string): string | null {
  if (name === 'src' && raster.test(value)) return null;
  if (!URL.canParse(value, page)) return `${name} is no address: ${value}`;
  const { protocol, username, password, origin } = new URL(value, page);
  if (username || password) return `${name} has a user: ${value}`;
  const allowed = name === 'href' ? /^(?:https?|mailto|tel):$/ : /^https:$/;
  if (!allowed.test(protocol)) return `${name} has the scheme ${protocol}`;
  const isOurs = origin === new URL(page).origin;
  return isOurs && !/^(?:#note-\d+|\/a\/|\/media\/)/.test(value) ? `${name} leads into the site: ${value}` : null;
}

function faultsOf({ tagName, properties }: Element): (string | null)[] {
  const faults = Object.entries(properties).map(([name, value]) => {
    if (!attributes.has(name)) return `<${tagName}> has ${name}`;
    if (name === 'dataAnchor' && !/^note-\d{1,4}$/.test(String(value))) return `an anchor of an author's: ${value}`;
    return ['href', 'src', 'dataSrc', 'dataPoster'].includes(name) ? addressFault(name, String(value)) : null;
  });
  return tags.has(tagName) ? faults : [`<${tagName}>`, ...faults];
}

/** What is forbidden in a body that is about to be shown. */
export function treeFaults(tree: Root): readonly string[] {
  return [...elementsOf(tree)].flatMap(faultsOf).filter((fault) => fault !== null);
}
