import type { PressJob } from './press-job.ts';
import { printPack } from './print-pack.ts';
import { type Printer, printerOf } from './printer.ts';
import { scanFile } from './scan-cache.ts';
import { openSearchVolumes, type SearchVolumes } from './search-volumes.ts';
import { surroundingsOf } from './surroundings.ts';
import { UserError } from './user-error.ts';
import type { WorkerAnswer, WorkerMessage } from './worker-job.ts';

/** Does what a worker is told; the same in a process of its own and in the press itself. */
export type Craftsman = (message: WorkerMessage) => Promise<WorkerAnswer | null>;

export function createCraftsman(): Craftsman {
  let job: PressJob | null = null;
  let printer: Printer | null = null;
  let volumes: SearchVolumes | null = null;
  let surroundings = surroundingsOf(() => undefined, '');

  async function work(message: WorkerMessage): Promise<WorkerAnswer | null> {
    switch (message.kind) {
      case 'begin':
        job = message.job;
        return null;
      case 'ids':
        surroundings = surroundingsOf((file) => message.ids.get(file), job?.settings.articlesDir ?? '');
        return null;
      case 'scan':
        return { kind: 'scanned', scans: message.files.map(scanFile) };
      case 'print': {
        if (job === null) throw new Error('a worker was asked before it was told its job');
        printer ??= await printerOf(job);
        const folders = { site: job.folder, cache: job.cache.edition };
        volumes ??= openSearchVolumes(folders.cache);
        return { kind: 'printed', pack: printPack(message.job, { folders, surroundings, printer, volumes }) };
      }
    }
  }

  return (message) => work(message).catch(answerTrouble);
}

function answerTrouble(error: unknown): WorkerAnswer {
  if (error instanceof UserError) return { kind: 'refused', reason: error.message };
  return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
}
