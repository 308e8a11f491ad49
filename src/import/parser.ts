import { Worker } from 'node:worker_threads';
import type { AnyFeed, Opml } from 'feedsmith';
import type { SavedPage } from './page-reader.js';

export interface Question {
  readonly kind: 'feed' | 'opml' | 'page';
  readonly text: string;
}

export type Answer<Value = unknown> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly reason: string;
      /** It was stopped; trying it again, or parts of it, would take as long. */
      readonly isStopped: boolean;
    };

/** Reads what others wrote, in a thread of its own, which may be stopped. Answers come in the order of the texts; nothing throws. */
export interface Parser {
  readonly feeds: (texts: readonly string[]) => Promise<readonly Answer<AnyFeed>[]>;
  readonly opml: (text: string) => Promise<Answer<Opml.Document<string>>>;
  readonly page: (text: string) => Promise<Answer<SavedPage>>;
  readonly close: () => Promise<void>;
}

/** A feed of 10,000 entries takes a second or two. */
const PATIENCE_MS = 60_000;
const MOST_MEGABYTES = 1500;

/**
 * Parsers of XML and HTML have texts that take them hours or all memory; where no parser can be trusted to end, its
 * thread can be ended.
 * @param patience milliseconds for one call
 */
export function openParser(patience: number = PATIENCE_MS): Parser {
  let worker: Worker | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  function hire(): Worker {
    const file = new URL('./parser-worker.js', import.meta.url);
    return new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } });
  }

  async function askWorker(questions: readonly Question[]): Promise<readonly Answer[]> {
    worker ??= hire();
    const worked = worker;
    const outcome = await new Promise<readonly Answer[] | string>((done) => {
      const timer = setTimeout(() => settle('it takes too long to read'), patience);
      const settle = (end: readonly Answer[] | string) => {
        clearTimeout(timer);
        worked.off('message', settle).off('error', fail).off('exit', leave);
        done(end);
      };
      const fail = (error: Error) => settle(whyEnded(error));
      const leave = () => settle('its reader ended');
      worked.on('message', settle).on('error', fail).on('exit', leave);
      worked.postMessage(questions);
    });
    if (typeof outcome !== 'string') return outcome;
    // An error may still come of it, which nobody would hear.
    worked.on('error', () => {});
    worker = null;
    await worked.terminate();
    return questions.map(() => ({ ok: false, reason: outcome, isStopped: true }));
  }

  /** One call at a time: an answer tells not whose it is. */
  function ask(questions: readonly Question[]): Promise<readonly Answer[]> {
    const answers = queue.then(() => askWorker(questions));
    queue = answers;
    return answers;
  }

  return {
    feeds: async (texts) => {
      const answers = await ask(texts.map((text) => ({ kind: 'feed', text })));
      return answers as readonly Answer<AnyFeed>[];
    },
    opml: async (text) => (await ask([{ kind: 'opml', text }]))[0] as Answer<Opml.Document<string>>,
    page: async (text) => (await ask([{ kind: 'page', text }]))[0] as Answer<SavedPage>,
    close: async () => {
      await queue;
      await worker?.terminate();
      worker = null;
    },
  };
}

function whyEnded(error: Error): string {
  const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? 'it takes too much memory to read' : error.message;
}
