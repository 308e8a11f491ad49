import { useEffect } from 'react';
import { useLoaderData } from 'react-router';
import { articlePath, withBase } from '../edition/addresses.ts';
import { ArticlePage } from './article-page.tsx';
import type { ArticleData, LoadedPage } from './loaded-page.ts';
import { PlainPage } from './plain-route.tsx';
import { useApp } from './reader.tsx';
import { useCanonical } from './use-canonical.ts';
import { usePageTitle } from './use-page-title.ts';

/** An article is read when it is opened. */
function useReadMark({ row, position }: ArticleData): void {
  const { marks } = useApp();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once an article
  useEffect(() => marks?.setRead(row, position), [row.id]);
}

function TitledArticle({ page }: { readonly page: ArticleData }) {
  const { base } = useApp();
  usePageTitle(page);
  useCanonical(withBase(base, articlePath(page.row.id)));
  useReadMark(page);
  return <ArticlePage page={page} />;
}

export function ArticleRoute() {
  const page = useLoaderData<LoadedPage>();
  return page.kind === 'article' ? <TitledArticle key={page.row.id} page={page} /> : <PlainPage page={page} />;
}
