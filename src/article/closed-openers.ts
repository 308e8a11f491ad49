/** Only these may end in themselves: `<template/>` and `<select/>` are open to a parser. */
const foreign = new Set(['svg', 'math']);

const tags = /<(\/?)(template|select|button|object|svg|math|applet|canvas|dialog|datalist|frameset)(?=[\s/>]|$)[^<>]*/g;

/**
 * Where the openers stand that have an end of their own, in one pass over lower-case HTML. Each end belongs to the last
 * opener before it, so that `<select>…story…<select></select>` has one that is never closed.
 */
export function closedOpeners(lower: string): ReadonlySet<number> {
  const closed = new Set<number>();
  const open = new Map<string, number[]>();
  for (const { 0: tag, 1: slash, 2: name = '', index } of lower.matchAll(tags)) {
    const waiting = open.get(name) ?? [];
    open.set(name, waiting);
    if (slash === '/') {
      const opener = waiting.pop();
      if (opener !== undefined) closed.add(opener);
    } else if (foreign.has(name) && tag.endsWith('/')) closed.add(index);
    else waiting.push(index);
  }
  return closed;
}
