import { useCallback, useState } from 'react';

export interface FailingPicture {
  readonly failed: boolean;
  /** Changes with every retry: a key that makes the browser ask again. */
  readonly attempt: number;
  readonly fail: () => void;
  readonly retry: () => void;
  readonly watch: (picture: HTMLImageElement | null) => (() => void) | undefined;
}

/** Browsers load a lazy picture that has left the page all the same, when the page is printed. */
function forget(picture: HTMLImageElement): void {
  if (!picture.isConnected) picture.removeAttribute('src');
}

/** Follows a picture that may fail, also one that failed before the app was there to hear of it. */
export function useFailingPicture(): FailingPicture {
  const [state, setState] = useState({ failed: false, attempt: 0 });
  const fail = useCallback(() => setState((last) => ({ ...last, failed: true })), []);
  const retry = useCallback(() => setState((last) => ({ failed: false, attempt: last.attempt + 1 })), []);
  const watch = useCallback(
    (picture: HTMLImageElement | null) => {
      if (picture === null) return;
      // A vector picture may have no size of its own, so an empty size alone proves nothing.
      if (picture.complete && picture.naturalWidth === 0) picture.decode().catch(fail);
      return () => queueMicrotask(() => forget(picture));
    },
    [fail],
  );
  return { ...state, fail, retry, watch };
}
