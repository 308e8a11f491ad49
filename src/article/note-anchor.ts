import type { Element, Root } from 'hast';
import { attribute, elementsOf } from './hast-node.ts';

/** Links within the article (footnotes): what they point at and the name it gets, `note-1`, `note-2` … */
export type NoteAnchors = ReadonlyMap<string, string>;

const fragmentOf = (href: string): string | null =>
  href.startsWith('#') && href.length > 1 ? decodeOr(href.slice(1)) : null;

function decodeOr(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

const namesOf = (node: Element): string[] =>
  [attribute(node, 'id'), node.tagName === 'a' ? attribute(node, 'name') : ''].filter(Boolean);

/** Finds the ids that links of the article point at. Authors' ids are dropped; these get harmless ones of ours. */
export function findNoteAnchors(tree: Root): NoteAnchors {
  const wanted = new Set<string>();
  for (const found of elementsOf(tree)) {
    const fragment = found.tagName === 'a' ? fragmentOf(attribute(found, 'href')) : null;
    if (fragment) wanted.add(fragment);
  }
  const anchors = new Map<string, string>();
  if (wanted.size === 0) return anchors;
  for (const found of elementsOf(tree)) {
    for (const name of namesOf(found))
      if (wanted.has(name) && !anchors.has(name) && anchors.size < 9999) anchors.set(name, `note-${anchors.size + 1}`);
  }
  return anchors;
}

/** `#fn:1` → `#note-3`; null where nothing in the article answers to it. */
export function noteTarget(href: string, anchors: NoteAnchors): string | null {
  const name = anchors.get(fragmentOf(href) ?? '');
  return name ? `#${name}` : null;
}

export const anchorOf = (node: Element, anchors: NoteAnchors): string | null =>
  namesOf(node)
    .map((name) => anchors.get(name))
    .find((name) => name !== undefined) ?? null;
