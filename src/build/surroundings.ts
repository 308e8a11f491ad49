import { type NoPicture, type Picture, readPicture } from './media.ts';
import type { Edition } from './read-edition.ts';
import type { Surroundings } from './resolve-references.ts';

/** What relative addresses lead to; a picture is read once however many articles show it. */
export function surroundingsOf(edition: Edition, articlesDir: string): Surroundings {
  const pictures = new Map<string, Picture | NoPicture>();
  return {
    articlesDir,
    idOf: (file) => edition.ids.get(file),
    pictureAt(path) {
      const picture = pictures.get(path) ?? readPicture(path);
      pictures.set(path, picture);
      return picture;
    },
  };
}
