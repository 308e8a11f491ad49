import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { hasStarted } from '../library/has-started.ts';
import { keepModule } from '../library/kept-module.ts';
import { whenIdle } from '../library/when-idle.ts';
import { KeepReading } from './keep-reading.tsx';
import { useReader } from './reader.tsx';

const shelfModule = keepModule(() => import('./started-shelf.tsx'));

/** Whether the shelf has room, by history entry: a list that is come back to must not have moved. */
const rooms = new Map<string, boolean>();

/**
 * The place of articles that were left in the middle. Whether it has any height is decided before the page is painted: by its
 * own script, or here; so nothing moves when they come, and the place stays as long as the page does.
 */
export function ContinueReading() {
  const { store, messages } = useReader();
  const { key, search } = useLocation();
  const [first] = useState({ key, isPlain: search === '' });
  const script = useSyncExternalStore(shelfModule.subscribe, shelfModule.get, () => null);
  const [hasRoom, setRoom] = useState(false);
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    const room = rooms.get(first.key) ?? (first.isPlain && hasStarted());
    if (room) dataset.started = '';
    else delete dataset.started;
    setRoom(room);
  }, [first]);
  useEffect(() => {
    // Filters make other entries of the same page.
    rooms.set(key, hasRoom);
  }, [key, hasRoom]);
  useEffect(() => {
    // Without it the page has an empty line.
    if (hasRoom && store)
      whenIdle()
        .then(shelfModule.load)
        .catch(() => {});
  }, [hasRoom, store]);
  return (
    <aside className="started" aria-label={messages.continueReading}>
      <p className="started-head">{messages.continueReading}</p>
      <KeepReading>{hasRoom && script && <script.StartedShelf most={3} />}</KeepReading>
    </aside>
  );
}
