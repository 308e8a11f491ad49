import type { EditionIndex } from '../edition/edition-data.ts';
import type { Keeper } from './keeper.ts';

/** What the site says when asked for its edition. */
export interface EditionAnswer {
  readonly online: boolean;
  /** Null where nobody answered, or with something else. */
  readonly stamp: string | null;
}

async function stampIn(response: Response): Promise<string | null> {
  const { stamp } = (await response.json()) as Partial<EditionIndex>;
  return typeof stamp === 'string' ? stamp : null;
}

/** Asks for the edition as it is now. With a query, so that no worker takes it for the edition the reader has. */
export async function askForEdition(base: string): Promise<EditionAnswer> {
  try {
    const response = await fetch(`${base}data/edition.json?now`, { cache: 'no-cache' });
    return { online: true, stamp: response.ok ? await stampIn(response).catch(() => null) : null };
  } catch {
    return { online: false, stamp: null };
  }
}

/** The edition that is kept: what the reader saw last. */
export async function keptEdition({ base, caches, names }: Keeper): Promise<string | null> {
  const response = await (await caches.open(names.tables)).match(`${base}data/edition.json`);
  return response ? stampIn(response).catch(() => null) : null;
}
