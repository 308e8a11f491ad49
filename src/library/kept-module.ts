import { within } from './time-limit.ts';

/** A part of the program that comes when it is wanted, and stays. */
export interface KeptModule<Module> {
  /** Null until it is here: a snapshot for `useSyncExternalStore`. */
  readonly get: () => Module | null;
  /** Loads it, at most once at a time; a failed load can be tried again. */
  readonly load: () => Promise<Module>;
  readonly subscribe: (listener: () => void) => () => void;
}

export function keepModule<Module>(importModule: () => Promise<Module>): KeptModule<Module> {
  let module: Module | null = null;
  let loading: Promise<Module> | null = null;
  const listeners = new Set<() => void>();
  const keep = (arrived: Module) => {
    if (module === arrived) return;
    module = arrived;
    for (const listener of listeners) listener();
  };
  const load = async () => {
    try {
      const coming = importModule();
      // Whoever has waited for too long is told so; should it come after all, it is welcome.
      coming.then(keep, () => {});
      return await within(coming, 'a part of the program');
    } finally {
      loading = null;
    }
  };
  return {
    get: () => module,
    load: () => {
      if (module) return Promise.resolve(module);
      loading ??= load();
      return loading;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
