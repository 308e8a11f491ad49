import type { Root } from 'hast';
import type { Body, BodyContext } from './body.ts';
import { cleaningSteps } from './clean-tree.ts';
import { type PreparedBody, prepareBody } from './prepare-body.ts';
import type { BodyProblem } from './repair-html.ts';
import { runThrough, type Steps } from './steps.ts';

export interface ReadBody extends Body {
  /** `line` counts from 1 at the body's first line. */
  readonly problems: readonly BodyProblem[];
}

/** What a body is read with; `references` may depend on the parsed tree, because the build resolves them from it. */
export interface ReadingContext extends Omit<BodyContext, 'references'> {
  readonly references: BodyContext['references'] | ((tree: Root) => BodyContext['references']);
}

/**
 * A body as written, Markdown rendered → what is shown of it: prepared, parsed by the parser of the place (`parseHtml` in
 * Node, `purify` in the browser), cleaned.
 */
export function readRenderedBody(body: string, context: ReadingContext, parse: (html: string) => Root): ReadBody {
  const prepared = prepareBody(body, context.format);
  return runThrough(readingSteps(prepared, parse(prepared.html), context));
}

/** What follows the parser, for those who take a breath between steps: a prepared body and its tree → what is shown. */
export function* readingSteps(prepared: PreparedBody, tree: Root, context: ReadingContext): Steps<ReadBody> {
  const references = typeof context.references === 'function' ? context.references(tree) : context.references;
  const clean = yield* cleaningSteps(tree, { ...context, references });
  const { smallPrint } = clean;
  const originalUrl = smallPrint.originalUrl ?? context.original;
  const notices = [...(context.isCut ? (['cut'] as const) : []), ...prepared.notices];
  return {
    ...clean,
    smallPrint: originalUrl === undefined ? smallPrint : { ...smallPrint, originalUrl },
    removed: [...prepared.removed, ...clean.removed],
    ...(notices.length > 0 && { notices }),
    problems: prepared.problems,
  };
}
