import { type RefObject, useEffect } from 'react';

const canHighlight = (): boolean => typeof Highlight === 'function' && 'highlights' in CSS;

/** Colours the code of an article, where it has any and the browser can do so without new elements. `story` says when it is another. */
export function useHighlightedCode(body: RefObject<Element | null>, story: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `story` says that there may be new code
  useEffect(() => {
    const element = body.current;
    if (!element?.querySelector('pre > code') || !canHighlight()) return;
    let clear: (() => void) | null = null;
    let isGone = false;
    import('./highlight-code.ts').then(
      ({ highlightCode }) => {
        if (!isGone) clear = highlightCode(element);
      },
      () => {},
    );
    return () => {
      isGone = true;
      clear?.();
    };
  }, [story]);
}
