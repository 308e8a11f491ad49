import { useEffect, useState, useSyncExternalStore } from 'react';
import type { OfflineUsage } from '../offline/kept-usage.ts';
import { type OfflineSession, type OfflineState, startOfflineSession } from '../offline/offline-session.ts';
import { site } from '../site.ts';
import { type App, useApp } from './reader.tsx';

let session: OfflineSession | null = null;

/** The page's one session of reading without a network, begun when it is first wanted; null where nothing can be kept. */
export function offlineSession({ base, store, marks, settings }: App): OfflineSession | null {
  const canKeep = import.meta.env.PROD && site.offline && typeof navigator === 'object' && 'serviceWorker' in navigator;
  if (!canKeep || !store || !marks || !settings) return null;
  session ??= startOfflineSession({ base, editions: store, marks, settings });
  return session;
}

const never = () => () => {};

export interface OfflineReader {
  readonly session: OfflineSession;
  readonly state: OfflineState;
}

/** Null where nothing can be kept. */
export function useOffline(): OfflineReader | null {
  const own = offlineSession(useApp());
  const state = useSyncExternalStore(own?.subscribe ?? never, () => own?.get() ?? null);
  return own && state ? { session: own, state } : null;
}

/** What is kept; null until it is known. Looked at again whenever `version` is another. */
export function useUsage(own: OfflineSession | null, version: unknown): OfflineUsage | null {
  const [usage, setUsage] = useState<OfflineUsage | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: that is what `version` is for
  useEffect(() => {
    let left = false;
    own?.usage().then(
      (found) => !left && setUsage(found),
      () => {},
    );
    return () => {
      left = true;
    };
  }, [own, version]);
  return usage;
}
