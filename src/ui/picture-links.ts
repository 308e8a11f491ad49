import type { FigurePicture } from '../article/figure-pictures.ts';
import { siteAddress } from './site-address.ts';

/** A picture that can be looked at alone is a link to itself. */
export function pictureLink(target: EventTarget | null): HTMLAnchorElement | null {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('figure > a') : null;
  const picture = link?.querySelector<HTMLImageElement>(':scope > img');
  return link && picture?.src === link.href ? link : null;
}

/** Which link of a page shows which picture. */
export interface PictureLinks {
  /** The place of the picture a link shows; -1 where it shows none. */
  readonly pictureAt: (link: HTMLAnchorElement) => number;
  /** The link that shows a picture; null where the page doesn't. */
  readonly linkOf: (picture: FigurePicture) => HTMLAnchorElement | null;
}

/** An article may show a picture twice: the first link to it shows the first of them. */
export function linksOfPictures(story: Element, pictures: readonly FigurePicture[], base: string): PictureLinks {
  /** As a browser writes it. */
  const addressOf = ({ src }: FigurePicture): string => {
    const address = siteAddress(base, src);
    return URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).href : address;
  };
  const linksTo = (address: string) =>
    [...story.querySelectorAll<HTMLAnchorElement>('figure > a')].filter(({ href }) => href === address);
  return {
    pictureAt(link) {
      const same = pictures.filter((picture) => addressOf(picture) === link.href);
      const picture = same[linksTo(link.href).indexOf(link)] ?? same[0];
      return picture ? pictures.indexOf(picture) : -1;
    },
    linkOf(picture) {
      const links = linksTo(addressOf(picture));
      return links[pictures.filter(({ src }) => src === picture.src).indexOf(picture)] ?? links[0] ?? null;
    },
  };
}
