import { Suspense } from 'react';
import { useLoaderData, useLocation } from 'react-router';
import { withBase } from '../edition/addresses.ts';
import { AboutPage } from './about-page.tsx';
import { ListPage } from './list-page.tsx';
import type { LoadedPage } from './loaded-page.ts';
import { MarksPage } from './marks-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { useReader } from './reader.tsx';
import { useCanonical } from './use-canonical.ts';
import { usePageTitle } from './use-page-title.ts';

/** Every page but an article's; those bring their own script. */
export function PlainPage({ page }: { readonly page: Exclude<LoadedPage, { readonly kind: 'article' }> }) {
  return page.kind === 'list' ? <ListPage page={page} /> : <OtherPage page={page} />;
}

/** A list's title says how it is filtered too; these have no more than their own. */
function OtherPage({ page }: { readonly page: Exclude<LoadedPage, { readonly kind: 'article' | 'list' }> }) {
  usePageTitle(page);
  useCanonical(withBase(useReader().base, useLocation().pathname));
  if (page.kind === 'marks') return <MarksPage list={page.list} />;
  if (page.kind === 'offline') {
    return (
      <Suspense>
        <page.Page />
      </Suspense>
    );
  }
  return page.kind === 'about' ? <AboutPage page={page} /> : <NotFoundPage />;
}

export function PlainRoute() {
  const page = useLoaderData<LoadedPage>();
  // A page of another kind than its address can only be one that isn't there.
  return <PlainPage page={page.kind === 'article' ? { kind: 'not-found' } : page} />;
}
