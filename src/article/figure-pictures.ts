import type { Element, Root } from 'hast';
import { attribute, elementsOf, isElement, textOf, trimBlank } from './hast-node.ts';
import { pictureHost } from './picture-host.ts';

/** A picture that can be looked at alone. */
export interface FigurePicture {
  readonly src: string;
  readonly alt: string;
  /** Plain text; '' where it has none. */
  readonly caption: string;
  /** Null for a picture of the site's own. */
  readonly host: string | null;
}

function captionOf(figure: Element): string {
  const caption = figure.children.find((child) => isElement(child, 'figcaption'));
  return caption ? trimBlank(textOf(caption)).replace(/\s+/g, ' ') : '';
}

/** The pictures of a clean tree that stand in figures, in the order they are shown; not those that lead elsewhere as links. */
export function figurePictures(tree: Root): readonly FigurePicture[] {
  const found: FigurePicture[] = [];
  for (const figure of elementsOf(tree)) {
    if (figure.tagName !== 'figure') continue;
    for (const child of figure.children) {
      const src = isElement(child, 'img') ? attribute(child, 'src') : '';
      if (!isElement(child, 'img') || src === '' || attribute(child, 'dataKind') !== '') continue;
      found.push({ src, alt: attribute(child, 'alt'), caption: captionOf(figure), host: pictureHost(src) });
    }
  }
  return found;
}
