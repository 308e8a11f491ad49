import { useCallback, useState } from 'react';

/** How long a picture on screen may bring nothing at all before the reader is told. */
const PATIENCE_MS = 15_000;

export interface LatePicture {
  readonly late: boolean;
  /** For the picture's `ref`. */
  readonly watch: (picture: HTMLImageElement | null) => (() => void) | undefined;
  /** For its `onLoad`, and when it is asked for again. */
  readonly arrived: () => void;
}

const hasData = (picture: HTMLImageElement): boolean => picture.complete || picture.naturalWidth > 0;

/** Notices that a picture keeps the reader waiting. Its request goes on: it may still come. */
export function useLatePicture(): LatePicture {
  const [late, setLate] = useState(false);
  const arrived = useCallback(() => setLate(false), []);
  const watch = useCallback((picture: HTMLImageElement | null) => {
    if (picture === null || hasData(picture) || typeof IntersectionObserver !== 'function') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new IntersectionObserver((entries) => {
      clearTimeout(timer);
      if (!entries.at(-1)?.isIntersecting) return;
      timer = setTimeout(() => !hasData(picture) && setLate(true), PATIENCE_MS);
    });
    observer.observe(picture);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, []);
  return { late, watch, arrived };
}
