import { useEffect, useSyncExternalStore } from 'react';
import { useLoaderData } from 'react-router';
import { articlePath, CONTINUE, withBase } from '../edition/addresses.ts';
import { afterFrame } from '../library/after-frame.ts';
import { whenIdle } from '../library/when-idle.ts';
import { ArticlePage } from './article-page.tsx';
import { KeepReading } from './keep-reading.tsx';
import type { ArticleData, LoadedPage } from './loaded-page.ts';
import { placeModule } from './place-loader.ts';
import { PlainPage } from './plain-route.tsx';
import { useApp } from './reader.tsx';
import { useCanonical } from './use-canonical.ts';
import { usePageTitle } from './use-page-title.ts';

/** An article is read when it is opened, and looked at. */
function useReadMark({ row, position }: ArticleData): void {
  const { marks } = useApp();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an article
  useEffect(() => void afterFrame().then(() => marks?.setRead(row, position)), [row.id]);
}

/** The place in the article: kept when nobody waits for anything else, unless it is what was asked for. */
function Place({ row }: ArticleData) {
  const script = useSyncExternalStore(placeModule.subscribe, placeModule.get, () => null);
  useEffect(() => {
    const wished = window.location.hash === CONTINUE;
    // Without it the article reads all the same.
    (wished ? Promise.resolve() : whenIdle()).then(placeModule.load).catch(() => {});
  }, []);
  return script && <script.ReadingPlace row={row} />;
}

function TitledArticle({ page }: { readonly page: ArticleData }) {
  const { base } = useApp();
  usePageTitle(page);
  useCanonical(withBase(base, articlePath(page.row.id)));
  useReadMark(page);
  return (
    <>
      <ArticlePage page={page} />
      <KeepReading>
        <Place {...page} />
      </KeepReading>
    </>
  );
}

export function ArticleRoute() {
  const page = useLoaderData<LoadedPage>();
  return page.kind === 'article' ? <TitledArticle key={page.row.id} page={page} /> : <PlainPage page={page} />;
}
