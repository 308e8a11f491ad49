/** So many different texts of one article are asked about again, or little fewer. */
const MOST = 64;
/** Longer texts are seldom, and not worth holding. */
const LONGEST = 1000;

/**
 * The same pure function, which remembers what it has just been asked: many steps ask the same things about an article's pictures
 * and looks, one after another. What it gives must not be changed.
 */
export function remember<Value>(read: (text: string) => Value): (text: string) => Value {
  let known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    if (text.length > LONGEST) return value;
    if (known.size >= MOST) known = new Map();
    known.set(text, value);
    return value;
  };
}
