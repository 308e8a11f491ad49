import type { Nodes, Root } from 'hast';
import { pictureHost } from './picture-host.ts';
import { posterToShow } from './video-poster.ts';

/** A picture an article has from another host. */
export interface ForeignPicture {
  readonly src: string;
  readonly host: string;
}

function addressOf(node: Nodes): string | null {
  if (node.type !== 'element') return null;
  const { dataKind, dataSrc, dataPoster, src } = node.properties;
  if (node.tagName === 'img') return typeof src === 'string' ? src : null;
  return dataKind === 'embed' ? posterToShow(String(dataSrc), String(dataPoster ?? '')) : null;
}

/** Pictures of other hosts in a clean tree, posters of players among them, in the order they are shown. */
export function foreignPictures(tree: Root): readonly ForeignPicture[] {
  const found: ForeignPicture[] = [];
  const look = (node: Nodes) => {
    const src = addressOf(node);
    const host = src === null ? null : pictureHost(src);
    if (src !== null && host !== null) found.push({ src, host });
    if ('children' in node) for (const child of node.children) look(child);
  };
  look(tree);
  return found;
}
