import { useEffect, useEffectEvent } from 'react';
import { afterFrame } from '../library/after-frame.ts';

/**
 * An effect nobody sees, which waits until what has been drawn is on the screen: it would make the browser work out the page
 * once more before. Not run for what is gone by then.
 * @param key another one is a reason to run it again
 */
export function useAfterFrame(act: () => void, key: string): void {
  const run = useEffectEvent(act);
  // biome-ignore lint/correctness/useExhaustiveDependencies: that is what the key is for
  useEffect(() => {
    let left = false;
    void afterFrame().then(() => {
      if (!left) run();
    });
    return () => {
      left = true;
    };
  }, [key]);
}
