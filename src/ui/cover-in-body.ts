import type { Nodes } from 'hast';
import { unwrapImageProxy } from '../article/image-address.ts';
import type { Cover } from '../edition/row.ts';

const hasExtension = /\.(?:jpe?g|png|gif|webp|avif|bmp|svg)$/i;

/** What image hosts put into a path to ask for another size of the same picture, and what stays of it. */
const sizeMarks: readonly (readonly [RegExp, string])[] = [
  [/\/w\d{1,5}h\d{1,5}\//i, '/'],
  [/[-_]\d{2,5}x\d{2,5}(\.\w{3,5})$/i, '$1'],
  [/[@!][\w.-]{1,80}$/, ''],
  [/(\/mmbiz\w{0,10}\/[^/]{1,200})\/\d{1,4}$/i, '$1'],
];

/** An address reduced to what tells one picture from another: no scheme, no size, no query where the path names a file. */
export function pictureIdentity(address: string): string {
  let url: URL;
  try {
    url = new URL(unwrapImageProxy(address), 'https://own.invalid/');
  } catch {
    return address;
  }
  const path = sizeMarks.reduce((rest, [mark, stays]) => rest.replace(mark, stays), url.pathname);
  const query = hasExtension.test(path) || path !== url.pathname ? '' : url.search;
  return url.hostname.toLowerCase() + path + query;
}

function pictures(node: Nodes, found: string[] = []): string[] {
  if (node.type === 'element' && node.tagName === 'img' && typeof node.properties.src === 'string') {
    found.push(node.properties.src);
  }
  if ('children' in node) for (const child of node.children) pictures(child, found);
  return found;
}

/** Whether an article shows its cover anyway, so that it isn't shown twice. */
export function coverInBody(cover: Cover, tree: Nodes): boolean {
  const identity = pictureIdentity(cover.src);
  return pictures(tree).some((src) => pictureIdentity(src) === identity);
}
