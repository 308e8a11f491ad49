import { useEffect } from 'react';
import { useHref, useLocation, useRouteError } from 'react-router';
import { PageFrame } from './page-frame.tsx';
import { useReader } from './reader.tsx';

/** Where a page's text or script could not be loaded: says so, and offers the ways out that need neither. */
export function ErrorPage() {
  const { messages } = useReader();
  const error = useRouteError();
  const address = useHref(useLocation());
  useEffect(() => {
    console.error(error);
    document.title = messages.pageFailed;
  }, [error, messages]);
  return (
    <PageFrame masthead="small">
      <div className="story notice" role="alert">
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
