import { sourceStamp } from './file-stamp.ts';
import { type NoPicture, type Picture, readPicture } from './media.ts';
import type { Surroundings } from './resolve-references.ts';
import type { ShardedStore } from './sharded-store.ts';

/** A picture as an earlier build found it. */
export interface KnownPicture {
  readonly stamp: string;
  readonly picture: Picture;
}

/**
 * What relative addresses lead to; a picture is read once however many articles show it.
 * @param idOf the id of a published article by its file's path
 * @param known what earlier builds read; null where nothing is remembered
 */
export function surroundingsOf(
  idOf: Surroundings['idOf'],
  articlesDir: string,
  known: ShardedStore<KnownPicture> | null = null,
): Surroundings {
  const pictures = new Map<string, Picture | NoPicture>();
  const read = (path: string): Picture | NoPicture => {
    const stamp = known && sourceStamp(path);
    const entry = known?.get(path);
    if (stamp !== null && entry?.stamp === stamp) return entry.picture;
    const picture = readPicture(path);
    if (stamp !== null && !('reason' in picture)) known?.set(path, { stamp, picture });
    return picture;
  };
  return {
    articlesDir,
    idOf,
    pictureAt(path) {
      const picture = pictures.get(path) ?? read(path);
      pictures.set(path, picture);
      return picture;
    },
  };
}
