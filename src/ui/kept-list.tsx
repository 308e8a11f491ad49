import { offlineWords } from '../i18n/offline-words.ts';
import type { OfflineSession } from '../offline/offline-session.ts';
import type { KeptList as List } from '../offline/offline-settings.ts';
import { useReader } from './reader.tsx';
import { SiteLink } from './site-link.tsx';
import { useWords } from './use-words.ts';

interface KeptListProps {
  readonly list: List;
  readonly session: OfflineSession;
  /** Says which list it is, where that isn't clear. */
  readonly named: boolean;
}

/** How far a list that is kept has come, and what can be done about it. */
export function KeptList({ list, session, named }: KeptListProps) {
  const { dates } = useReader();
  const words = useWords(offlineWords);
  const { path, name, state, done, total, failed } = list;
  const goesOn = state === 'paused' || state === 'full' || state === 'waiting';
  return (
    <div className="kept-list">
      <p>
        {named && (
          <>
            <SiteLink to={path}>{name}</SiteLink>{' '}
          </>
        )}
        <span role="status">
          {words.states[state]} · {words.progress(dates.number(done), dates.number(total))}
          {failed > 0 && ` · ${words.failed(dates.number(failed))}`}
        </span>
      </p>
      <progress max={Math.max(total, 1)} value={done} aria-label={words.keepListNamed(name)} />
      <p className="actions">
        {state === 'running' && (
          <button type="button" onClick={() => session.pause(path)}>
            {words.pause}
          </button>
        )}
        {goesOn && (
          <button type="button" onClick={() => session.keepList(list)}>
            {words.resume}
          </button>
        )}
        <button type="button" onClick={() => void session.drop(path).catch(() => {})}>
          {state === 'done' ? words.remove : words.cancel}
        </button>
      </p>
    </div>
  );
}
