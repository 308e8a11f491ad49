import type { Root } from 'hast';
import { type ReactNode, type RefObject, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { type FigurePicture, figurePictures } from '../article/figure-pictures.ts';
import { pictureHost } from '../article/picture-host.ts';
import type { Cover } from '../edition/row.ts';
import { keepModule } from '../library/kept-module.ts';
import { KeepReading } from './keep-reading.tsx';
import type { PictureChoice } from './picture-choice.tsx';
import { linksOfPictures, pictureLink } from './picture-links.ts';
import { useReader } from './reader.tsx';
import { siteAddress } from './site-address.ts';
import { isPlainClick } from './site-link.tsx';

const lightbox = keepModule(() => import('./lightbox.tsx'));

/** In a history entry: which of the article's pictures is looked at. So Back closes the lightbox. */
interface PictureState {
  readonly picture: number;
}

/** Null where none is asked for, or one the article no longer has. */
function askedPicture(state: unknown, pictures: readonly FigurePicture[]): number | null {
  const picture: unknown = typeof state === 'object' && state !== null && 'picture' in state ? state.picture : null;
  return typeof picture === 'number' && picture in pictures ? picture : null;
}

function picturesOf(cover: Cover | null, tree: Root): readonly FigurePicture[] {
  const top = cover && { src: cover.src, alt: '', caption: '', host: pictureHost(cover.src) };
  return [...(top ? [top] : []), ...figurePictures(tree)];
}

/** Signs that a picture may be pressed. */
const SIGNS = ['pointerover', 'pointerdown', 'focusin'] as const;

/** Has the lightbox on its way before it is asked for; most who point at a picture, or press it, go on. */
function warm(event: Event): void {
  const isTouch = event instanceof PointerEvent && event.type === 'pointerover' && event.pointerType !== 'mouse';
  if (!isTouch && pictureLink(event.target)) lightbox.load().catch(() => {});
}

/** Leads where the link leads: the lightbox can't be had. */
const followed = new WeakSet<Event>();
function follow(link: HTMLAnchorElement): void {
  const stop = (event: Event) => followed.add(event);
  link.addEventListener('click', stop, { capture: true, once: true });
  link.click();
}

export interface LightboxOptions {
  /** The article's text; the cover stands beside it. */
  readonly body: RefObject<HTMLElement | null>;
  readonly cover: Cover | null;
  readonly tree: Root;
  readonly lang: string;
  readonly choice: PictureChoice;
}

/**
 * Makes an article's pictures open one by one over the page; returns what is to be drawn. The links they are go on working for
 * every other click, before the script has come, and where it can't be had.
 */
export function useLightbox({ body, cover, tree, lang, choice }: LightboxOptions): ReactNode {
  const { base } = useReader();
  const { pathname, search, state } = useLocation();
  const navigate = useNavigate();
  const module = useSyncExternalStore(lightbox.subscribe, lightbox.get, () => null);
  const pictures = useMemo(() => picturesOf(cover, tree), [cover, tree]);
  const asked = askedPicture(state, pictures);
  const [isOver, setOver] = useState(true);
  useEffect(() => {
    if (asked === null) return;
    setOver(false);
    lightbox.load().catch(() => {});
  }, [asked]);
  useEffect(() => {
    const story = body.current?.parentElement;
    if (!story || pictures.length === 0) return;
    let isLeft = false;
    const open = async (link: HTMLAnchorElement) => {
      link.ariaBusy = 'true';
      try {
        await lightbox.load();
        if (isLeft) return;
        const picture = linksOfPictures(story, pictures, base).pictureAt(link);
        if (picture < 0) return follow(link);
        // The page stays where it is, and the picture has the focus again when the reader comes back to it.
        link.focus({ preventScroll: true });
        await navigate(pathname + search, { state: { picture } satisfies PictureState, preventScrollReset: true });
      } catch {
        if (!isLeft) follow(link);
      } finally {
        link.ariaBusy = null;
      }
    };
    const click = (event: MouseEvent) => {
      const link = pictureLink(event.target);
      if (!link || followed.has(event) || !isPlainClick(event)) return;
      event.preventDefault();
      void open(link);
    };
    story.addEventListener('click', click);
    for (const sign of SIGNS) story.addEventListener(sign, warm, { passive: true });
    return () => {
      isLeft = true;
      story.removeEventListener('click', click);
      for (const sign of SIGNS) story.removeEventListener(sign, warm);
    };
  }, [body, pictures, base, navigate, pathname, search]);
  const story = body.current?.parentElement;
  if (!module || !story || (asked === null && isOver)) return null;
  return (
    <KeepReading>
      <module.Lightbox
        pictures={pictures}
        asked={asked}
        choice={choice}
        lang={lang}
        addressOf={({ src }) => siteAddress(base, src)}
        linkOf={linksOfPictures(story, pictures, base).linkOf}
        leave={() => void navigate(-1)}
        onOver={() => setOver(true)}
      />
    </KeepReading>
  );
}
