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

/** YAML's words for no value at all. */
const NOTHING = /^(?:null|nil|~|undefined)$/i;

/** `科技 > 手机` is a path, and in Chinese `科技, 手机` too; in English a comma may belong to a name. */
function levelsOf(text: string, isAlone: boolean): readonly string[] {
  if (isAlone && NOTHING.test(text)) return [];
  const hasCommas = isAlone && /\p{Script=Han}/u.test(text);
  return text.split(hasCommas ? /[,，]|\s[>›»]\s/ : /\s[>›»]\s/);
}

/** Hexo writes several paths as a list of lists; an article stands in one place, the first. */
function firstPath(value: FrontValue): FrontValue {
  if (!isList(value) || value.length < 2) return value;
  return value.every((item) => isList(item) && item.length > 0) ? (value[0] ?? value) : value;
}

/** A category path, outermost level first, as written but for stray dashes; at most 8 levels of 100 characters. */
export function readCategories(value: FrontValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return textsOf(firstPath(value))
    .flatMap((text) => levelsOf(text.slice(0, LONGEST_RAW_LEVEL * MOST_LEVELS), !isList(value)))
    .map(readLevel)
    .filter(Boolean)
    .slice(0, MOST_LEVELS);
}
