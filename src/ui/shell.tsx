import { useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation, useNavigationType } from 'react-router';
import { afterFrame } from '../library/after-frame.ts';
import { Keys, Swipes } from './keys.tsx';
import { useReader } from './reader.tsx';
import { Rehearsal } from './rehearsal.tsx';
import { SCROLL_STORAGE } from './use-restored-scroll.ts';

/** A thin line while the next page is on its way; the style sheet lets it wait before it shows. */
function ProgressLine() {
  const { state } = useNavigation();
  return state === 'idle' ? null : <div className="progress" aria-hidden="true" />;
}

/** In a history entry: whoever chose it is still choosing. */
export const STAY = 'stay';

/** Frames in which a list that was come back to draws its rows. */
const MOST_FRAMES = 60;

/** Back in a list one is at the article one comes from, as soon as it is drawn; unless one has gone on meanwhile. */
function focusRow(article: string, frames = MOST_FRAMES): void {
  const { activeElement } = document;
  if (activeElement !== document.body && activeElement !== document.querySelector('h1')) return;
  const link = document.querySelector<HTMLElement>(`#row-${CSS.escape(article)} a`);
  if (link) link.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusRow(article, frames - 1));
}

/**
 * People who can't see the page change are put at its heading, or at the row they come back to; the first page they opened
 * themselves. Those who see it have it first: moving the focus makes the browser lay the page out once more.
 */
function usePageFocus(): void {
  const { pathname, state } = useLocation();
  const way = useNavigationType();
  const last = useRef(pathname);
  useEffect(() => {
    const from = last.current;
    if (from === pathname) return;
    last.current = pathname;
    const isBack = way === 'POP';
    if (!isBack && state === STAY) return;
    const article = isBack ? /^\/a\/([^/]+)/.exec(from)?.[1] : undefined;
    const focused = document.activeElement;
    let left = false;
    void afterFrame().then(() => {
      if (left || document.activeElement !== focused) return;
      document.querySelector('h1')?.focus({ preventScroll: true });
      if (article) focusRow(article);
    });
    return () => {
      left = true;
    };
  }, [pathname, state, way]);
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
  usePageFocus();
  useFrameLanguage();
  return (
    <>
      <ProgressLine />
      <Outlet />
      <Keys />
      <Swipes />
      <ScrollRestoration storageKey={SCROLL_STORAGE} />
      <Rehearsal />
    </>
  );
}
