import type { Body } from '../../src/article/body.ts';
import { readBody } from '../../src/article/read-body.ts';
import { purify } from '../../src/library/purify.ts';

export type Asked = Pick<Parameters<typeof readBody>[1], 'title' | 'format' | 'references'> & { readonly body: string };

/** Reads bodies with the browser's own parser and gate, the way the reader does. */
export function readInBrowser(asked: readonly Asked[]): readonly Body[] {
  return asked.map(({ body, ...context }) => {
    const { tree, smallPrint, removed } = readBody(body, context, purify);
    return { tree, smallPrint, removed };
  });
}
