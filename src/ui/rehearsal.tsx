import { Activity, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { ArticleView } from './article-page.tsx';
import { KeepReading } from './keep-reading.tsx';
import { rehearsedPage } from './rehearsed-page.ts';

/** Draws an article's opening outside the document, when nothing else is to be done. Hidden, so that none of its effects runs. */
export function Rehearsal() {
  const page = useSyncExternalStore(rehearsedPage.subscribe, rehearsedPage.get, () => null);
  if (page === null) return null;
  return createPortal(
    <Activity mode="hidden">
      <KeepReading>
        <ArticleView page={page} whole={false} />
      </KeepReading>
    </Activity>,
    rehearsedPage.place(),
  );
}
