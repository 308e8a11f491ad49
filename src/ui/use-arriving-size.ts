import { useCallback, useState } from 'react';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface ArrivingSize {
  /** Null until it is known and may be shown. */
  readonly size: Size | null;
  /** The picture is there, in the room that was kept for one of any shape. */
  readonly isHeld: boolean;
  /** For the picture's `ref`, and its `onLoad`. */
  readonly arrive: (picture: HTMLImageElement | null) => (() => void) | undefined;
}

/**
 * Whether nothing that is in the window would move, were the picture's box as high as the picture is. What lies above the window
 * moves all of it: not every browser holds the page then.
 */
function isUnseen(picture: HTMLImageElement, { width, height }: Size): boolean {
  const { top, bottom } = picture.getBoundingClientRect();
  const room = picture.parentElement?.clientWidth ?? width;
  const next = top + (Math.min(room, width) / width) * height;
  return Math.min(bottom, next) >= window.innerHeight;
}

/**
 * The size of a picture that came without one. Room for it is kept in a shape that most have; it takes its own as soon as this
 * moves nothing the reader sees: mostly at once, because pictures are fetched before they come into the window. One that came
 * while its place was read is shown in that room until it lies below the window again.
 */
export function useArrivingSize(isKnown: boolean): ArrivingSize {
  const [size, setSize] = useState<Size | null>(null);
  const [isHeld, setHeld] = useState(false);
  const arrive = useCallback(
    (picture: HTMLImageElement | null) => {
      if (isKnown || !picture?.naturalWidth || !picture.naturalHeight) return;
      const own = { width: picture.naturalWidth, height: picture.naturalHeight };
      if (typeof IntersectionObserver !== 'function' || isUnseen(picture, own)) {
        setSize(own);
        return;
      }
      setHeld(true);
      const watch = new IntersectionObserver(() => {
        if (!isUnseen(picture, own)) return;
        watch.disconnect();
        setSize(own);
      });
      watch.observe(picture);
      return () => watch.disconnect();
    },
    [isKnown],
  );
  return { size, isHeld, arrive };
}
