import type { Root } from 'hast';
import { attribute, elementsOf } from './hast-node.ts';
import { candidateAddresses } from './picture.ts';

export interface WrittenReference {
  /** As written in the file, trimmed. */
  readonly address: string;
  readonly kind: 'picture' | 'link';
}

/** Whether an address can mean a file beside the article: no scheme, no host, no fragment alone, not from the root. */
export const isLocalAddress = (address: string): boolean =>
  address !== '' && !/^(?:[a-z][a-z0-9+.-]*:|[/\\#?])/i.test(address);

/** The relative addresses of pictures and links in a gated tree, each once, for the build to resolve. */
export function localReferences(tree: Root): WrittenReference[] {
  const found = new Map<string, WrittenReference>();
  for (const node of elementsOf(tree)) {
    const kind = node.tagName === 'img' ? 'picture' : 'link';
    const addresses =
      node.tagName === 'img' ? candidateAddresses(node) : node.tagName === 'a' ? [attribute(node, 'href')] : [];
    for (const address of addresses)
      if (isLocalAddress(address) && !found.has(address)) found.set(address, { address, kind });
  }
  return [...found.values()];
}
