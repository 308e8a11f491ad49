import type { Keeper } from './keeper.ts';
import type { KeptPicture } from './kept-store.ts';
import { keepWithin, storing } from './make-room.ts';

/** More are no article but an album, or somebody's way to fill a reader's device. */
export const MOST_PICTURES = 80;

/**
 * What a picture of another host counts for: nobody may know its size. Browsers count up to 14 MB for each, so that sizes
 * can't be guessed from the sum; on the disk it takes what it takes.
 */
export const FOREIGN_BYTES = 150_000;

/** Where pictures may be fetched from: the site itself, and others over https, without name and password. */
function isKeepable(address: string, { origin, base }: Keeper): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.origin === origin) return url.pathname.startsWith(`${base}media/`);
  return url.protocol === 'https:' && url.username === '' && url.password === '';
}

/** The picture as the page has it; mostly the browser still holds it and nobody is asked. */
async function fetchPicture(address: string, isOwn: boolean): Promise<Response | null> {
  if (isOwn) {
    const response = await fetch(address);
    return response.status === 200 ? response : null;
  }
  const asInPages = { mode: 'no-cors', credentials: 'omit', referrerPolicy: 'no-referrer' } as const;
  return fetch(address, { ...asInPages, cache: 'force-cache' });
}

async function keepPicture(keeper: Keeper, address: string): Promise<KeptPicture | null> {
  const cache = await keeper.caches.open(keeper.names.pictures);
  const isOwn = new URL(address).origin === keeper.origin;
  const known = await cache.match(address, { ignoreVary: true });
  const response = known ?? (await fetchPicture(address, isOwn));
  if (!response) return null;
  const bytes = isOwn ? (await response.clone().blob()).size : FOREIGN_BYTES;
  if (!known) await storing(keeper, () => cache.put(address, response.clone()));
  return { address, bytes };
}

/**
 * Keeps pictures of a kept article, one after another; those that fail are left out. Only a worker may do it: the policy of
 * the pages lets them fetch nothing from elsewhere.
 * @param addresses absolute; they come from articles, so anything may be among them
 */
export async function keepPictures(keeper: Keeper, id: string, addresses: readonly string[]): Promise<void> {
  const article = await keeper.store.get(id);
  if (article === null) return;
  const known = new Set(article.pictures.map(({ address }) => address));
  const wanted = [...new Set(addresses)].filter((address) => !known.has(address) && isKeepable(address, keeper));
  for (const address of wanted.slice(0, MOST_PICTURES - known.size)) {
    const picture = await keepPicture(keeper, address).catch(() => null);
    if (picture === null) continue;
    await keeper.store.update(id, (last) => last && { ...last, pictures: [...last.pictures, picture] });
  }
  await keepWithin(keeper, await keeper.store.limit(), 'opened and lists');
}
