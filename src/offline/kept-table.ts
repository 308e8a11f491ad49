import type { EditionIndex } from '../edition/edition-data.ts';
import type { Keeper } from './keeper.ts';

export function isHtml({ headers }: Response): boolean {
  return (headers.get('content-type') ?? '').includes('text/html');
}

/** Whether a response is the file itself; whatever a host gives in the place of one that is gone is a page. */
export function isFile(response: Response): boolean {
  return response.status === 200 && !response.redirected && !isHtml(response);
}

/** Fetches a file that is named by its content, unless it is kept. @throws where it can't be had */
export async function keepData({ caches, names }: Keeper, address: string): Promise<void> {
  const cache = await caches.open(names.data);
  if (await cache.match(address)) return;
  const response = await fetch(address);
  if (!isFile(response)) throw new Error(`${address}: ${response.status}`);
  await cache.put(address, response);
}

export function dataAddress({ base, origin }: Keeper, file: string): string {
  return `${origin}${base}data/${file}`;
}

/**
 * What is kept of a table with a fixed name; null where it is none. An edition is kept with its columns or not at all:
 * without them lists can't be made of it, and the one before is worth more.
 */
export async function keptTable(keeper: Keeper, address: string, response: Response): Promise<Response | null> {
  if (!isFile(response)) return null;
  if (new URL(address).pathname.endsWith('/data/edition.json')) {
    const { columns } = (await response.clone().json()) as EditionIndex;
    await keepData(keeper, dataAddress(keeper, columns));
  }
  return response;
}
