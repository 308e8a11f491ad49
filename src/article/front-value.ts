/** What a front-matter key holds, whichever language it was written in. Texts are clean: one line, entities decoded. */
export type FrontValue = string | readonly FrontValue[] | ReadonlyMap<string, FrontValue>;

export function isList(value: FrontValue): value is readonly FrontValue[] {
  return Array.isArray(value);
}

/** Every text in a value, depth first; a map gives its keys and values, as nested lists give their items. */
export function textsOf(value: FrontValue): readonly string[] {
  if (typeof value === 'string') return [value];
  if (isList(value)) return value.flatMap(textsOf);
  return [...value].flatMap(([key, inner]) => [key, ...textsOf(inner)]);
}
