import { useEffect, useState } from 'react';
import { offlinePath, withBase } from '../edition/addresses.ts';
import { offlineWords } from '../i18n/offline-words.ts';
import { awaitReturn } from '../offline/await-return.ts';
import { KeptArticles } from './kept-articles.tsx';
import { PageFrame } from './page-frame.tsx';
import { useApp } from './reader.tsx';
import { useWords } from './use-words.ts';
import './offline-styles.ts';

/** Stands in for a page that can't be had without a network: says so, and what can be read instead. */
export function OfflinePage() {
  const { base } = useApp();
  const words = useWords(offlineWords);
  // Printed pages know nothing of what is kept.
  const [live, setLive] = useState(false);
  useEffect(() => {
    setLive(true);
    // At its own address it is what the reader asked for.
    return window.location.pathname === withBase(base, offlinePath) ? undefined : awaitReturn(base);
  }, [base]);
  return (
    <PageFrame masthead="small">
      <div className="story message">
        <h1 tabIndex={-1}>{words.heading}</h1>
        <p>{words.note}</p>
        {live && (
          <>
            <p className="actions">
              <button type="button" onClick={() => window.location.reload()}>
                {words.reload}
              </button>
            </p>
            <KeptArticles />
          </>
        )}
      </div>
    </PageFrame>
  );
}
