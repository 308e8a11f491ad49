const tags = /<(\/?)(template|select|optgroup|option|button|svg|canvas|dialog|datalist)(?=[\s/>]|$)[^<>]*/g;

/**
 * Where elements end that no parser is to see, by where they begin, in one pass over lower-case HTML; those that never end are
 * missing. Each end belongs to the last opener before it, so that `<select>…story…<select></select>` has one that is never closed.
 * Only a drawing may end in itself: `<template/>` and `<select/>` are open to a parser.
 */
export function endsOfOpeners(lower: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open = new Map<string, number[]>();
  for (const { 0: tag, 1: slash, 2: name = '', index } of lower.matchAll(tags)) {
    const waiting = open.get(name) ?? [];
    open.set(name, waiting);
    if (slash === '/') {
      const opener = waiting.pop();
      if (opener !== undefined) ends.set(opener, index);
    } else if (name !== 'svg' || !tag.endsWith('/')) waiting.push(index);
  }
  return ends;
}
