import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { createCraftsman } from './craftsman.ts';
import type { FoundFile } from './find-files.ts';
import type { PressJob } from './press-job.ts';
import type { PackJob, PrintedPack } from './print-pack.ts';
import type { Scan } from './scan-cache.ts';
import { UserError } from './user-error.ts';
import type { WorkerAnswer, WorkerMessage } from './worker-job.ts';
import { openPool } from './worker-pool.ts';

/** Those who read and print articles: the press itself for a few, workers on all cores for many. */
export interface Crew {
  /** Told before the first is read how many articles there are to read: many are for the workers from the first on. */
  readonly expect: (articles: number) => void;
  readonly scan: (files: readonly FoundFile[]) => Promise<readonly Scan[]>;
  /** Must be told before anything is printed: where links between articles lead. */
  readonly tellIds: (ids: ReadonlyMap<string, string>) => void;
  /** @throws Error where printing broke down. */
  readonly print: (job: PackJob) => Promise<PrintedPack>;
  readonly close: () => Promise<void>;
}

/** Beyond this many articles, starting workers costs less than it saves. */
const FEW = 300;
const MOST_WORKERS = 4;

export function gatherCrew(job: PressJob): Crew {
  const own = createCraftsman();
  const workers = Math.min(availableParallelism(), MOST_WORKERS);
  const pool = job.worker === null ? null : openPool(job.worker, workers);
  let left = FEW;
  const tell = (message: WorkerMessage) => {
    void own(message);
    pool?.tell(message);
  };
  const ask = (message: WorkerMessage, articles: number): Promise<WorkerAnswer | null> => {
    left -= articles;
    return pool === null || left > 0 ? askOwn(own, message) : pool.ask(message);
  };
  tell({ kind: 'begin', job });
  return {
    // What runs in one process more is compiled once more.
    expect(articles) {
      if (articles > FEW) left = 0;
    },
    async scan(files) {
      const answer = checked(await ask({ kind: 'scan', files }, files.length / 8));
      return answer.kind === 'scanned' ? answer.scans : [];
    },
    tellIds: (ids) => tell({ kind: 'ids', ids }),
    async print(pack) {
      const pages = pack.articles.filter(({ known }) => known === null).length;
      const answer = checked(await ask({ kind: 'print', job: pack }, pages));
      if (answer.kind !== 'printed') throw new Error('a worker answered something else');
      return answer.pack;
    },
    close: async () => pool?.close(),
  };
}

/** Between two jobs messages get their turn: that the build was ended, that a worker is done. */
async function askOwn(own: ReturnType<typeof createCraftsman>, message: WorkerMessage): Promise<WorkerAnswer | null> {
  await setImmediate();
  return own(message);
}

function checked(answer: WorkerAnswer | null): Exclude<WorkerAnswer, { kind: 'refused' | 'failed' }> {
  if (answer === null) throw new Error('a worker gave no answer');
  if (answer.kind === 'refused') throw new UserError(answer.reason);
  if (answer.kind === 'failed') throw new Error(answer.reason);
  return answer;
}
