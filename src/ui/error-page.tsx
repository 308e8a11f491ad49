import { useEffect } from 'react';
import { useHref, useLocation, useRouteError } from 'react-router';
import { readPlainly } from '../library/page-itself.ts';
import { PageFrame } from './page-frame.tsx';
import { useReader } from './reader.tsx';

/**
 * Where a page could not be loaded or shown: says so, and offers the ways out that need nothing of the app. Where the page
 * itself is there, it is opened to be read without the app.
 */
export function ErrorPage() {
  const { messages } = useReader();
  const error = useRouteError();
  const address = useHref(useLocation());
  useEffect(() => {
    console.error(error);
    document.title = messages.pageFailed;
    void readPlainly();
  }, [error, messages]);
  return (
    <PageFrame masthead="small">
      <div className="story message" role="alert">
        <h1 tabIndex={-1}>{messages.pageFailed}</h1>
        <p>{messages.pageFailedNote}</p>
        <p className="actions">
          <button type="button" onClick={() => window.location.reload()}>
            {messages.reload}
          </button>
          <a href={address}>{messages.openPageItself}</a>
        </p>
      </div>
    </PageFrame>
  );
}
