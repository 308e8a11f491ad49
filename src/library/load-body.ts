import type { Body } from '../article/body.ts';
import { articlePath } from '../edition/addresses.ts';
import type { PackEntry } from '../edition/edition-data.ts';
import type { Row } from '../edition/row.ts';
import type { EditionStore } from './edition-store.ts';
import { parseArticle } from './parse-article.ts';

const MOST_BODIES = 20;
const bodies = new Map<string, Promise<Body>>();

function keepBody(id: string, body: Promise<Body>): Promise<Body> {
  bodies.set(id, body);
  const oldest = bodies.keys().next();
  if (bodies.size > MOST_BODIES && !oldest.done) bodies.delete(oldest.value);
  // A body that couldn't be loaded may be there the next time.
  body.catch(() => bodies.delete(id));
  return body;
}

async function findEntry(store: EditionStore, id: string, position: number): Promise<PackEntry> {
  const entry = (await store.loadPack(position)).find((candidate) => candidate.id === id);
  if (entry) return entry;
  // The page and the edition are of different days: positions have moved. The page as it is now knows where to.
  const page = await store.loadPage(articlePath(id));
  const moved = page.kind === 'article' ? (await store.loadPack(page.position)).find((other) => other.id === id) : null;
  if (!moved) throw new Error(`The edition no longer has the article ${id}.`);
  return moved;
}

/** Loads, parses and cleans an article's body; the last few are kept for going back and forth. */
export function loadBody(store: EditionStore, row: Row, position: number): Promise<Body> {
  const load = async () => parseArticle(await findEntry(store, row.id, position), row.title);
  return bodies.get(row.id) ?? keepBody(row.id, load());
}
