import { useState } from 'react';
import { offlinePath } from '../edition/addresses.ts';
import { offlineWords } from '../i18n/offline-words.ts';
import { limits } from '../offline/kept-store.ts';
import { KeptList } from './kept-list.tsx';
import { type OfflineReader, useOffline, useUsage } from './offline-reader.ts';
import { useReader } from './reader.tsx';
import { SiteLink } from './site-link.tsx';
import { useSizeText } from './use-size-text.ts';
import { useWords } from './use-words.ts';

/** Pictures of other sites make a browser's count grow beyond what anybody could explain. */
const REMARKABLE = 3;

function LimitField({ session, state }: OfflineReader) {
  const words = useWords(offlineWords);
  return (
    <fieldset className="short-setting" name="offline">
      <legend>{words.limit}</legend>
      <div className="choices">
        {limits.map((limit) => (
          <label key={limit}>
            <input
              type="radio"
              name="offline"
              value={limit}
              checked={state.limit === limit}
              onChange={() => void session.setLimit(limit).catch(() => {})}
            />
            <span>{words.limits[limit]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** How much is kept, and the way to get rid of it. */
function Usage({ session, state }: OfflineReader) {
  const { dates } = useReader();
  const words = useWords(offlineWords);
  const sizeText = useSizeText();
  const [cleared, setCleared] = useState(0);
  const usage = useUsage(session, `${cleared} ${state.limit} ${state.isKeeping}`);
  const clear = async () => {
    await session.clear().catch(() => {});
    setCleared((times) => times + 1);
  };
  if (usage === null) return null;
  const { articles, bytes, counted } = usage;
  return (
    <>
      <p className="reset">
        <span role="status">
          {cleared > 0 ? words.cleared : words.kept(dates.number(articles.length), sizeText(bytes))}
        </span>
        <span className="actions">
          {articles.length > 0 && <SiteLink to={offlinePath}>{words.show}</SiteLink>}
          <button type="button" onClick={() => void clear()}>
            {words.clear}
          </button>
        </span>
      </p>
      {counted !== null && counted > REMARKABLE * bytes && articles.some(({ pictures }) => pictures.length > 0) && (
        <p className="offline-remark">{words.counted(sizeText(counted))}</p>
      )}
    </>
  );
}

/** What is kept on the device: how much it may be, how much it is, and which lists. */
export function OfflineSetting() {
  const words = useWords(offlineWords);
  const offline = useOffline();
  if (offline === null) return null;
  const { lists, limit } = offline.state;
  return (
    <section className="offline-setting" aria-label={words.heading}>
      <LimitField {...offline} />
      <p className="offline-remark">{words.limitNote}</p>
      {limit > 0 && <Usage {...offline} />}
      {lists.map((list) => (
        <KeptList key={list.path} list={list} session={offline.session} named />
      ))}
    </section>
  );
}
