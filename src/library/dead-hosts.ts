import { type KeptOptions, keepValue } from './storage.ts';

/** Hosts whose pictures failed on this device, the latest last: how often, and when last, in milliseconds since 1970. */
export type DeadHosts = readonly (readonly [host: string, failures: number, at: number])[];

const MOST_HOSTS = 50;
const none: DeadHosts = [];

function readHosts(data: unknown): DeadHosts {
  if (!Array.isArray(data)) return none;
  return data.filter(
    (it): it is DeadHosts[number] =>
      Array.isArray(it) && typeof it[0] === 'string' && typeof it[1] === 'number' && typeof it[2] === 'number',
  );
}

export interface DeadHostStore {
  readonly get: () => DeadHosts;
  readonly add: (host: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** In this browser only; nobody is told. */
export function createDeadHostStore(area?: NonNullable<KeptOptions<unknown>['area']>): DeadHostStore {
  const kept = keepValue<DeadHosts>({
    ...{ key: 'broadsheet.dead-hosts', version: 1, initial: none, parse: readHosts },
    ...(area && { area }),
  });
  return {
    get: kept.get,
    subscribe: kept.subscribe,
    add(host) {
      const at = Date.now();
      kept.update((hosts) => {
        const failures = hosts.find(([name]) => name === host)?.[1] ?? 0;
        return [...hosts.filter(([name]) => name !== host), [host, failures + 1, at] as const].slice(-MOST_HOSTS);
      });
    },
  };
}

export const deadHosts = createDeadHostStore();
