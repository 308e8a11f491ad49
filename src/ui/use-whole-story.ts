import { startTransition, useEffect, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { whenIdle } from '../library/when-idle.ts';

/** By then a browser that is never idle goes on with the rest, too. */
const LATEST_MS = 200;

/**
 * Whether all of an article's page is to be drawn, or as yet only what fills the window: whoever has clicked sees that much, and
 * it is there in half the time. Short stories, printed pages, those the reader comes back to and those opened at one of their
 * places are whole at once.
 */
export function useWholeStory(isShort: boolean): boolean {
  const arrival = useNavigationType();
  const { hash } = useLocation();
  const [whole, setWhole] = useState(isShort || arrival !== 'PUSH' || hash !== '');
  useEffect(() => {
    let left = false;
    if (!whole) {
      void whenIdle(LATEST_MS).then(() => {
        if (!left) startTransition(() => setWhole(true));
      });
    }
    return () => {
      left = true;
    };
  }, [whole]);
  return whole;
}
