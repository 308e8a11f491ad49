import { type ChildProcess, fork } from 'node:child_process';
import type { WorkerAnswer, WorkerMessage } from './worker-job.ts';

/** A worker went down while it did this. */
export class WorkerCrash extends Error {
  override readonly name = 'WorkerCrash';
}

export interface WorkerPool {
  /** Told to every worker there is and will be, before anything else. */
  readonly tell: (message: WorkerMessage) => void;
  /** @throws WorkerCrash where the worker ends, or takes longer than a minute. */
  readonly ask: (message: WorkerMessage) => Promise<WorkerAnswer>;
  /** Lets the workers go; done when all have left. */
  readonly close: () => Promise<void>;
}

interface Question {
  readonly message: WorkerMessage;
  readonly done: (answer: WorkerAnswer) => void;
  readonly fail: (error: Error) => void;
}

/** Ten thousand times what an article takes. */
const PATIENCE_MS = 60_000;

/**
 * Workers in processes of their own, started when there is something to do. Each does one thing at a time; one that
 * crashes is replaced.
 * @param file the compiled worker
 */
export function openPool(file: string, size: number, patience: number = PATIENCE_MS): WorkerPool {
  const told: WorkerMessage[] = [];
  const waiting: Question[] = [];
  const busy = new Map<ChildProcess, Question>();
  const idle: ChildProcess[] = [];
  const gone: Promise<unknown>[] = [];
  let closed = false;

  function hire(): ChildProcess {
    // Young objects die young here: a larger nursery halves the time spent on collecting them.
    const worker = fork(file, { serialization: 'advanced', execArgv: ['--max-semi-space-size=16'] });
    worker.on('message', (answer: WorkerAnswer) => {
      const question = busy.get(worker);
      busy.delete(worker);
      idle.push(worker);
      question?.done(answer);
      next();
    });
    worker.once('exit', (code, signal) => leave(worker, `its process ended (${signal ?? `code ${code}`})`));
    worker.once('error', (error) => leave(worker, error.message));
    gone.push(new Promise((done) => worker.once('exit', done)));
    for (const message of told) worker.send(message);
    return worker;
  }

  function leave(worker: ChildProcess, reason: string): void {
    const question = busy.get(worker);
    busy.delete(worker);
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    question?.fail(new WorkerCrash(reason));
    if (!closed) next();
  }

  function next(): void {
    while (waiting.length > 0 && (idle.length > 0 || busy.size < size)) {
      const worker = idle.pop() ?? hire();
      const question = waiting.shift();
      if (question === undefined) return;
      give(worker, question);
    }
  }

  function give(worker: ChildProcess, question: Question): void {
    const timer = setTimeout(() => worker.kill('SIGKILL'), patience);
    const settle =
      <Value>(then: (value: Value) => void) =>
      (value: Value) => {
        clearTimeout(timer);
        then(value);
      };
    busy.set(worker, { ...question, done: settle(question.done), fail: settle(question.fail) });
    worker.send(question.message);
  }

  return {
    tell(message) {
      told.push(message);
      for (const worker of [...idle, ...busy.keys()]) worker.send(message);
    },
    ask: (message) =>
      new Promise((done, fail) => {
        waiting.push({ message, done, fail });
        next();
      }),
    async close() {
      closed = true;
      for (const worker of busy.keys()) worker.kill('SIGKILL');
      for (const worker of idle) worker.disconnect();
      await Promise.all(gone);
    },
  };
}
