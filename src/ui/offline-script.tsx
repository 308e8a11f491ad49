import { searchMark } from '../edition/addresses.ts';
import { whenIdle } from '../library/when-idle.ts';
import { OfflineNote } from './offline-note.tsx';
import { offlineSession } from './offline-reader.ts';
import { type ReaderStore, ReaderStoreProvider } from './reader.tsx';
import type * as Renderer from './renderer.ts';
import './offline-styles.ts';

/** What the page itself still fetches goes first. */
const LATER_MS = 1500;

function loaded(): Promise<unknown> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((done) => window.addEventListener('load', done, { once: true }));
}

/** An installed paper's shortcut leads to the search. */
function beginSearch(): void {
  if (window.location.hash === `#${searchMark}`) document.querySelector<HTMLElement>('input[type="search"]')?.focus();
}

/** Makes the paper one that can be read without a network; nobody waits for it. */
export async function startOffline(reader: ReaderStore, createRoot: typeof Renderer.createRoot): Promise<void> {
  beginSearch();
  await loaded();
  await new Promise((done) => setTimeout(done, LATER_MS));
  await whenIdle();
  if (offlineSession(reader.printed) === null) return;
  const place = document.createElement('div');
  document.body.append(place);
  createRoot(place).render(
    <ReaderStoreProvider value={reader}>
      <OfflineNote />
    </ReaderStoreProvider>,
  );
}
