import { useLoaderData } from 'react-router';
import { ArticlePage } from './article-page.tsx';
import type { ArticleData, LoadedPage } from './loaded-page.ts';
import { PlainPage } from './plain-route.tsx';
import { usePageTitle } from './use-page-title.ts';

function TitledArticle({ page }: { readonly page: ArticleData }) {
  usePageTitle(page);
  return <ArticlePage page={page} />;
}

export function ArticleRoute() {
  const page = useLoaderData<LoadedPage>();
  return page.kind === 'article' ? <TitledArticle key={page.row.id} page={page} /> : <PlainPage page={page} />;
}
