/** Tells how far a long task is; a task under a second says nothing. */
export interface Progress {
  readonly step: (done: number) => void;
  readonly end: () => void;
}

type Write = (text: string) => void;

const QUIET_MS = 1000;

/**
 * On a terminal one line that is written over; elsewhere (logs) a line every five seconds.
 * @param label `printing`
 */
export function startProgress(
  label: string,
  total: number,
  terminal: boolean = process.stdout.isTTY ?? false,
  write: Write = (text) => process.stdout.write(text),
  now: () => number = () => performance.now(),
): Progress {
  const start = now();
  const every = terminal ? 200 : 5000;
  let next = start + QUIET_MS;
  let shown = false;
  return {
    step(done) {
      const time = now();
      if (time < next) return;
      next = time + every;
      shown = true;
      const line = progressLine(label, done, total, time - start);
      write(terminal ? `\r${line}\u001B[K` : `${line}\n`);
    },
    end() {
      if (shown && terminal) write('\r\u001B[K');
    },
  };
}

/** `printing 1200 of 10000 · 850/s · 11 s left` */
export function progressLine(label: string, done: number, total: number, elapsedMs: number): string {
  const rate = (done / Math.max(elapsedMs, 1)) * 1000;
  const left = rate > 0 ? Math.ceil((total - done) / rate) : 0;
  return `${label} ${done} of ${total} · ${Math.round(rate)}/s · ${left} s left`;
}
