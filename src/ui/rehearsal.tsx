import { Activity, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { ArticlePage } from './article-page.tsx';
import { KeepReading } from './keep-reading.tsx';
import { rehearsedPage } from './rehearsed-page.ts';

/** Draws an article outside the document, when nothing else is to be done. Hidden, so that nothing it would do is done. */
export function Rehearsal() {
  const page = useSyncExternalStore(rehearsedPage.subscribe, rehearsedPage.get, () => null);
  if (page === null) return null;
  return createPortal(
    <Activity mode="hidden">
      <KeepReading>
        <ArticlePage page={page} />
      </KeepReading>
    </Activity>,
    rehearsedPage.place(),
  );
}
