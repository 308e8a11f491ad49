import type { Body } from '../article/body.ts';
import { prepareBody } from '../article/prepare-body.ts';
import { readParsedBody } from '../article/read-rendered-body.ts';
import type { PackEntry } from '../edition/edition-data.ts';
import { nextTask } from './next-task.ts';
import { purify } from './purify.ts';

/** Most articles are HTML: what renders Markdown is fetched for the first that isn't. */
async function rendered(body: string): Promise<string> {
  const { renderMarkdown } = await import('../article/render-markdown.ts');
  return renderMarkdown(body);
}

/**
 * A raw article file → what is shown of it; the same as the build makes, through the browser's own parser and gate. In steps
 * between which the page answers: mostly nobody waits for it yet.
 */
export async function parseArticle(
  { text, bodyStart, format, references, isCut = false }: PackEntry,
  title: string,
): Promise<Body> {
  const body = text.slice(bodyStart);
  const prepared = prepareBody(format === 'markdown' ? await rendered(body) : body, format);
  await nextTask();
  const tree = purify(prepared.html);
  await nextTask();
  return readParsedBody(prepared, tree, { title, format, references, isCut });
}
