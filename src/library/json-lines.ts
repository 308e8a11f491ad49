/** Where the parts of a JSON text begin: of arrays and objects each part in turn. Offsets count UTF-16 units. */
interface JsonPart {
  readonly at: number;
  readonly parts: ReadonlyMap<string | number, JsonPart>;
}

/** Deeper than anything that is written by us; more would end the stack. */
const MOST_DEPTH = 50;
const BLANK = /[ \t\n\r]*/y;
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const NO_PARTS: ReadonlyMap<string | number, JsonPart> = new Map();

class JsonFault extends Error {
  readonly at: number;
  constructor(at: number) {
    super('no JSON');
    this.at = at;
  }
}

/** Reads a text for its places only; throws where it stops being JSON. */
function readParts(text: string): JsonPart {
  let at = 0;
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const sign = (wanted: string): boolean => {
    match(BLANK);
    if (text[at] !== wanted) return false;
    at += 1;
    return true;
  };
  const need = (isThere: boolean): void => {
    if (!isThere) throw new JsonFault(at);
  };

  const members = (end: string, depth: number, key: (index: number) => string | number): JsonPart['parts'] => {
    const parts = new Map<string | number, JsonPart>();
    if (sign(end)) return parts;
    do {
      match(BLANK);
      const name = key(parts.size);
      parts.set(name, value(depth + 1));
    } while (sign(','));
    need(sign(end));
    return parts;
  };
  const fieldName = (): string => {
    const name = match(TEXT);
    if (name === null) throw new JsonFault(at);
    need(sign(':'));
    return String(JSON.parse(name));
  };
  const value = (depth: number): JsonPart => {
    match(BLANK);
    const start = at;
    need(depth < MOST_DEPTH);
    if (sign('[')) return { at: start, parts: members(']', depth, (index) => index) };
    if (sign('{')) return { at: start, parts: members('}', depth, fieldName) };
    need(match(TEXT) !== null || match(PLAIN) !== null);
    return { at: start, parts: NO_PARTS };
  };

  const whole = value(0);
  match(BLANK);
  need(at === text.length);
  return whole;
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

/** The line in which a text stops being JSON, from 1; null where it doesn't. Browsers don't all tell. */
export function faultyLine(text: string): number | null {
  try {
    readParts(text);
    return null;
  } catch (error) {
    return error instanceof JsonFault ? lineAt(text, error.at) : null;
  }
}

/** The line, from 1, in which a part of a JSON text begins, or else the innermost part round it that is there. */
export function lineOf(text: string, path: readonly (string | number)[]): number {
  let part = readParts(text);
  for (const step of path) {
    const next = part.parts.get(step);
    if (!next) break;
    part = next;
  }
  return lineAt(text, part.at);
}
