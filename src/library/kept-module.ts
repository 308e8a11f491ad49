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
  const load = async () => {
    try {
      module = await importModule();
      for (const listener of listeners) listener();
      return module;
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
