import { articlePath, withBase } from '../edition/addresses.ts';
import type { Row } from '../edition/row.ts';
import type { EditionStore } from './edition-store.ts';
import { fetchWithin } from './fetch-file.ts';

/** What is known of a marked article: it is there, with its row where that has come, or it has left the edition. */
export type Found = { readonly kind: 'there'; readonly row: Row | null } | { readonly kind: 'gone' };

export interface Wanted {
  readonly id: string;
  /** Without one the row is wanted too. */
  readonly title: string;
}

export interface MarkedFinder {
  /** Null as long as nobody knows. */
  readonly found: (id: string) => Found | null;
  /** Looks for articles, those of the last call first; what fails is asked for again by the next call that names it. */
  readonly look: (wanted: readonly Wanted[]) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Grows with every answer: a snapshot for `useSyncExternalStore`. */
  readonly answers: () => number;
}

/** Questions that are under way at once. */
const AT_ONCE = 4;

/** Whether a page is there: asked without its text. Throws where nobody answers. */
async function isThere(address: string): Promise<boolean> {
  const { ok, status } = await fetchWithin(address, async (answer) => answer, { method: 'HEAD' });
  if (ok) return true;
  if (status === 404 || status === 410) return false;
  throw new Error(`${address}: ${status}`);
}

/**
 * Tells which marked articles are still there. Marks name articles by id, and where an id stands only arrived rows and the
 * article's own page know: so the page is asked, for the rows on screen.
 */
export function createMarkedFinder(store: EditionStore, base: string): MarkedFinder {
  const known = new Map<string, Found>();
  const listeners = new Set<() => void>();
  let waiting: readonly Wanted[] = [];
  let running = 0;
  let answers = 0;

  const arrivedRow = (id: string): Row | null => {
    const position = store.positionOf(id);
    const row = position === null ? null : store.row(position);
    return row?.id === id ? row : null;
  };

  const ask = async ({ id, title }: Wanted): Promise<Found> => {
    const path = articlePath(id);
    if (title !== '') return (await isThere(withBase(base, path))) ? { kind: 'there', row: null } : { kind: 'gone' };
    const page = await store.loadPage(path);
    if (page.kind !== 'article') return { kind: 'gone' };
    store.keepRows([page.row], [page.position]);
    return { kind: 'there', row: page.row };
  };

  const found = (id: string): Found | null => {
    const row = arrivedRow(id);
    return row ? { kind: 'there', row } : (known.get(id) ?? null);
  };

  const work = async (): Promise<void> => {
    running += 1;
    for (let next = waiting[0]; next; next = waiting[0]) {
      waiting = waiting.slice(1);
      if (found(next.id)) continue;
      try {
        known.set(next.id, await ask(next));
        answers += 1;
        for (const listener of listeners) listener();
      } catch {
        // Without an answer it is shown as its mark says.
      }
    }
    running -= 1;
  };

  return {
    found,
    look(wanted) {
      waiting = wanted.filter(({ id }) => found(id) === null);
      for (let more = Math.min(waiting.length, AT_ONCE - running); more > 0; more--) void work();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    answers: () => answers,
  };
}
