import { type FrontValue, isList, textsOf } from './front-value.ts';

const MOST_LEVELS = 8;
const LONGEST_LEVEL = 100;
/** Trailing runs are looked for from every start: the text is cut before. */
const LONGEST_RAW_LEVEL = 400;
const STRAY_DASHES = /^[\s\-–—―－]+|[\s\-–—―－]+$/g;

function readLevel(text: string): string {
  const level = text.slice(0, LONGEST_RAW_LEVEL).replace(STRAY_DASHES, '');
  return [...level].slice(0, LONGEST_LEVEL).join('').trim();
}

/** Hexo writes several paths as a list of lists; an article stands in one place, the first. */
function firstPath(value: FrontValue): FrontValue {
  if (!isList(value) || value.length < 2) return value;
  return value.every((item) => isList(item) && item.length > 0) ? (value[0] ?? value) : value;
}

/** A category path, outermost level first, as written but for stray dashes; at most 8 levels of 100 characters. */
export function readCategories(value: FrontValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return textsOf(firstPath(value)).map(readLevel).filter(Boolean).slice(0, MOST_LEVELS);
}
