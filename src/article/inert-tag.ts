import { scanTag } from './scan-tag.ts';

const closeOf = (tag: string) => (quote: string, open: number) => tag.indexOf(quote, open + 1);

function inertName(name: string): string {
  if (/^style$/i.test(name)) return 'data-style';
  // The gate in the browser drops an element that calls itself another one, with all it holds.
  return /^(?:on[a-z].*|is)$/i.test(name) ? 'data-off' : name;
}

/**
 * A tag with its `style` written as `data-style` and its handlers (`onclick`) as nothing that runs. The cleaning reads the
 * style for bold, alignment and what is hidden. Neither would survive the gate; but under the site's content security
 * policy a browser reports every one it parses, even in a document nobody sees.
 */
export function inertTag(tag: string): string {
  if (!/style|on|[^a-z]is[^a-z]/i.test(tag)) return tag;
  let inert = '';
  let copied = 0;
  const name = (start: number, end: number): void => {
    inert += tag.slice(copied, start) + inertName(tag.slice(start, end));
    copied = end;
  };
  scanTag(tag, tag.search(/[a-z]/i), { closeOf: closeOf(tag), name });
  return inert + tag.slice(copied);
}
