import type { MediaNs } from 'feedsmith';
import { isPicture } from './is-picture.ts';

interface Sized {
  readonly url?: string;
  readonly width?: number;
}

const widest = (pictures: readonly Sized[]): readonly string[] =>
  pictures
    .toSorted((one, other) => (other.width ?? 0) - (one.width ?? 0))
    .flatMap(({ url }) => (url === undefined ? [] : url));

/** Pictures of Media RSS, the best first: whole ones, widest first, then thumbnails. */
export function mediaPictures(media: MediaNs.ItemOrFeed | undefined): readonly string[] {
  if (media === undefined) return [];
  const holders = [media, ...(media.groups ?? [])];
  const contents = holders.flatMap((holder) => holder.contents ?? []);
  const pictures = contents.filter(({ medium, type = '', url = '' }) => medium === 'image' || isPicture(type, url));
  const thumbnails = [...holders, ...contents].flatMap((holder) => holder.thumbnails ?? []);
  return [...widest(pictures), ...widest(thumbnails)];
}
