import type { Element, Properties, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { withBase } from '../edition/addresses.ts';

/**
 * An article's clean tree as HTML for feeds, which are read far from the site: every address is absolute, and what only
 * our own components understand is gone. An embedded player is the link it stands for.
 * @param address the site's own, with the base path
 * @param page the article's own
 */
export function feedHtml(tree: Root, address: string, page: string): string {
  const copy = structuredClone(tree);
  visit(copy, 'element', (element: Element) => {
    if (element.properties.dataKind === 'embed') element.tagName = 'p';
    element.properties = plainProperties(element.properties, (link) => absolute(link, address, page));
  });
  return toHtml(copy);
}

function plainProperties(properties: Properties, resolve: (link: string) => string): Properties {
  const plain = Object.entries(properties).filter(([name]) => !name.startsWith('data'));
  return Object.fromEntries(
    plain.map(([name, value]) => {
      const isLink = (name === 'href' || name === 'src') && typeof value === 'string';
      return [name, isLink ? resolve(value) : value];
    }),
  );
}

function absolute(link: string, address: string, page: string): string {
  if (link.startsWith('#')) return page + link;
  return link.startsWith('/') && !link.startsWith('//') ? withBase(address, link) : link;
}
