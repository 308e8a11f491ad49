import { useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { afterFrame } from '../library/after-frame.ts';
import { Keys, Swipes } from './keys.tsx';
import { useReader } from './reader.tsx';
import { SCROLL_STORAGE } from './use-restored-scroll.ts';

/** A thin line while the next page is on its way; the style sheet lets it wait before it shows. */
function ProgressLine() {
  const { state } = useNavigation();
  return state === 'idle' ? null : <div className="progress" aria-hidden="true" />;
}

/** In a history entry: whoever chose it is still choosing. */
export const STAY = 'stay';

/**
 * People who can't see the page change are put at its heading; the first page they opened themselves. Those who see it have it
 * first: moving the focus makes the browser lay the page out once more.
 */
function useHeadingFocus(): void {
  const { pathname, state } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    if (state === STAY) return;
    const focused = document.activeElement;
    let left = false;
    void afterFrame().then(() => {
      if (!left && document.activeElement === focused) document.querySelector('h1')?.focus({ preventScroll: true });
    });
    return () => {
      left = true;
    };
  }, [pathname, state]);
}

/** What stands round the page's text is in the interface's language, and so is this element of the document. */
function useFrameLanguage(): void {
  const { lang } = useReader();
  useEffect(() => {
    const root = document.getElementById('root');
    if (root) root.lang = lang;
  }, [lang]);
}

/** What stays while pages come and go. */
export function Shell() {
  useHeadingFocus();
  useFrameLanguage();
  return (
    <>
      <ProgressLine />
      <Outlet />
      <Keys />
      <Swipes />
      <ScrollRestoration storageKey={SCROLL_STORAGE} />
    </>
  );
}
