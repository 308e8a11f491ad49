import { useState } from 'react';
import { offlinePath } from '../edition/addresses.ts';
import { offlineWords } from '../i18n/offline-words.ts';
import { useOffline, useUsage } from './offline-reader.ts';
import { useReader } from './reader.tsx';
import { SiteLink } from './site-link.tsx';
import { useWords } from './use-words.ts';

function Offline() {
  const { dates } = useReader();
  const words = useWords(offlineWords);
  const offline = useOffline();
  const usage = useUsage(offline?.session ?? null, offline?.state.online);
  return (
    <>
      <span>{words.isOffline}</span>
      {usage && usage.articles.length > 0 && (
        <SiteLink to={offlinePath}>{words.readable(dates.number(usage.articles.length))}</SiteLink>
      )}
    </>
  );
}

function NewEdition({ apply }: { readonly apply: () => Promise<void> }) {
  const words = useWords(offlineWords);
  const [going, setGoing] = useState(false);
  const go = () => {
    setGoing(true);
    void apply();
  };
  return (
    <>
      <span>{words.newEdition}</span>
      <button type="button" disabled={going} onClick={go}>
        {words.apply}
      </button>
    </>
  );
}

/** A small line at the foot of the window: there is no network, or a new edition is out. It waits until the reader wants it. */
export function OfflineNote() {
  const words = useWords(offlineWords);
  const offline = useOffline();
  const { online = true, isNewer = false } = offline?.state ?? {};
  const what = online ? (isNewer ? 'newer' : null) : 'offline';
  const [dismissed, setDismissed] = useState<typeof what>(null);
  const shown = offline && what !== dismissed ? what : null;
  return (
    <div className="offline-note" role="status">
      {shown && offline && (
        <p>
          {shown === 'offline' ? <Offline /> : <NewEdition apply={offline.session.apply} />}
          <button type="button" className="dismiss" aria-label={words.dismiss} onClick={() => setDismissed(what)}>
            ×
          </button>
        </p>
      )}
    </div>
  );
}
