/** Lets requests through one at a time for each host, with a pause between them, and only so many at all. */
export interface HostQueue {
  /** Runs a task when its host's turn has come. @throws what `close` was given, while the host stays closed for long. */
  readonly run: <Value>(host: string, task: () => Promise<Value>) => Promise<Value>;
  /** Asks nothing of a host before `until` (milliseconds since 1970). */
  readonly close: (host: string, until: number, error: Error) => void;
}

interface Host {
  /** Ends when the last task that was let in has ended. */
  tail: Promise<unknown>;
  /** When the next may begin. */
  next: number;
  closed: { readonly until: number; readonly error: Error } | null;
}

const rest = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/**
 * @param pause milliseconds
 * @param patience milliseconds a task waits for a closed host
 */
export function openHostQueue(pause: number, patience: number, mostAtOnce: number): HostQueue {
  const hosts = new Map<string, Host>();
  const waiting: (() => void)[] = [];
  let running = 0;

  function hostOf(name: string): Host {
    const known = hosts.get(name) ?? { tail: Promise.resolve(), next: 0, closed: null };
    hosts.set(name, known);
    return known;
  }

  async function takePlace(): Promise<void> {
    if (running >= mostAtOnce) await new Promise<void>((done) => waiting.push(done));
    else running += 1;
  }

  /** A place is handed on, so that nobody who comes just then takes it. */
  function leavePlace(): void {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }

  async function runNow<Value>(host: Host, task: () => Promise<Value>): Promise<Value> {
    const { closed } = host;
    if (closed !== null && closed.until - Date.now() > patience) throw closed.error;
    await rest(Math.max(host.next, closed?.until ?? 0) - Date.now());
    await takePlace();
    try {
      return await task();
    } finally {
      leavePlace();
      host.next = Date.now() + pause;
    }
  }

  return {
    run(name, task) {
      const host = hostOf(name);
      const turn = host.tail.then(() => runNow(host, task));
      host.tail = turn.catch(() => {});
      return turn;
    },
    close(name, until, error) {
      hostOf(name).closed = { until, error };
    },
  };
}
