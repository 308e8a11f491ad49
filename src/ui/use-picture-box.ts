import { useInsertionEffect } from 'react';

/** No screen has more; and numbers beyond are written in ways that are no CSS. */
const MOST_PIXELS = 100_000;
const written = new Set<string>();
let sheet: CSSStyleSheet | null = null;

function ownSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  return sheet;
}

function writeRule(name: string, width: number, height: number): void {
  // Browsers without such sheets have a box as high as its words.
  if (written.has(name) || !('adoptedStyleSheets' in document)) return;
  written.add(name);
  ownSheet().insertRule(`.${name}{aspect-ratio:${width}/${height};max-width:${width}px}`);
}

const pixels = (size: number | undefined): number => Math.min(MOST_PIXELS, Math.round(size ?? 0));

/**
 * The class of the room a picture takes, for what stands in its place; empty where its size is not known. A rule in a sheet of
 * ours and no `style`: an article has no element with one, whoever wrote it.
 */
export function usePictureBox(size: {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}): string {
  const [width, height] = [pixels(size.width), pixels(size.height)];
  const name = width && height ? `box-${width}-${height}` : '';
  useInsertionEffect(() => {
    if (name) writeRule(name, width, height);
  }, [name, width, height]);
  return name;
}
