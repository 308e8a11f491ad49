import type { Element, ElementContent } from 'hast';

/** One block of the article on its way to the page, with what later steps need to know of where it came from. */
export interface Block {
  readonly element: Element;
  /** It was marked up as the caption of what stands beside it. */
  readonly isCaption?: boolean;
  /** It was set small, grey or centred, as captions are. */
  readonly isFaint?: boolean;
  readonly isCentred?: boolean;
  /** The element of the source it came from: a picture and the line under it often share one. */
  readonly origin?: object | null;
}

export const isFigure = (block: Block | undefined): block is Block => block?.element.tagName === 'figure';
export const isParagraph = (block: Block | undefined): block is Block => block?.element.tagName === 'p';

/** Inline children of a block split at its `<br>`s. */
export function linesOf(children: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'element' && child.tagName === 'br') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  return lines;
}

/** Lines put together again with `<br>` between them. */
export function joinLines(lines: readonly (readonly ElementContent[])[]): ElementContent[] {
  return lines.flatMap((line, at) =>
    at === 0 ? [...line] : [{ type: 'element' as const, tagName: 'br', properties: {}, children: [] }, ...line],
  );
}
