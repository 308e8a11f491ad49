import type { Root } from 'hast';
import type { Body } from '../article/body.ts';
import { prepareBody } from '../article/prepare-body.ts';
import { readingSteps } from '../article/read-rendered-body.ts';
import type { PackEntry } from '../edition/edition-data.ts';
import { inSteps } from './in-steps.ts';
import { nextTask } from './next-task.ts';
import { purify } from './purify.ts';

/** Most articles are HTML: what renders Markdown is fetched for the first that isn't. */
async function renderer(): Promise<(body: string) => string> {
  return (await import('../article/render-markdown.ts')).renderMarkdown;
}

/**
 * A raw article file → what is shown of it; the same as the build makes, through the browser's own parser and gate. In steps
 * between which the page answers: mostly nobody waits for it yet.
 */
export async function parseArticle(
  { text, bodyStart, format, references, isCut = false, original }: PackEntry,
  title: string,
): Promise<Body> {
  const body = text.slice(bodyStart);
  const context = { title, format, references, isCut, ...(original !== undefined && { original }) };
  // What renders Markdown may not arrive: that is no fault of the body's.
  const render = format === 'markdown' ? await renderer() : (source: string) => source;
  try {
    const prepared = prepareBody(render(body), format);
    await nextTask();
    const tree = purify(prepared.html);
    await nextTask();
    return await inSteps(readingSteps(prepared, tree, context));
  } catch {
    // As the build does where it breaks: the text as it was written, marks and all.
    const quoted: Root = { type: 'root', children: [{ type: 'text', value: body }] };
    return inSteps(readingSteps(prepareBody('', 'html'), quoted, context));
  }
}
