import { useEffect, useState, useSyncExternalStore } from 'react';
import { historyPath, savedPath } from '../edition/addresses.ts';
import type { MarkList } from '../edition/edition-data.ts';
import { marksModule } from './marks-loader.ts';
import { PageFrame } from './page-frame.tsx';
import { useReader } from './reader.tsx';
import { SiteLink } from './site-link.tsx';
import { useRestoredScroll } from './use-restored-scroll.ts';

function useMarksScript() {
  const script = useSyncExternalStore(marksModule.subscribe, marksModule.get, () => null);
  const [attempt, setAttempt] = useState({ number: 0, failed: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a retry is a new attempt
  useEffect(() => {
    marksModule.load().catch(() => setAttempt((last) => ({ ...last, failed: true })));
  }, [attempt.number]);
  const retry = () => setAttempt((last) => ({ number: last.number + 1, failed: false }));
  return { script, failed: attempt.failed && script === null, retry };
}

const lists: readonly (readonly [MarkList, string])[] = [
  ['saved', savedPath],
  ['history', historyPath],
];

/** What the reader has saved, or read. Printed it is the same for everybody; the list comes from this browser's storage. */
export function MarksPage({ list }: { readonly list: MarkList }) {
  const { messages } = useReader();
  const { script, failed, retry } = useMarksScript();
  useRestoredScroll(script !== null);
  return (
    <PageFrame masthead="small">
      <div className="marks">
        <header className="list-head">
          {lists.map(([name, path]) =>
            name === list ? (
              <h1 key={name} tabIndex={-1}>
                {messages.markLists[name]}
              </h1>
            ) : (
              <SiteLink key={name} to={path}>
                {messages.markLists[name]}
              </SiteLink>
            ),
          )}
        </header>
        <p className="marks-note">{messages.marksNote}</p>
        <noscript>
          <p className="note">{messages.marksNeedScript}</p>
        </noscript>
        {script && <script.MarkedArticles key={list} list={list} />}
        {failed && (
          <p className="note" role="alert">
            {messages.pageFailed}{' '}
            <button type="button" onClick={retry}>
              {messages.retry}
            </button>
          </p>
        )}
      </div>
    </PageFrame>
  );
}
