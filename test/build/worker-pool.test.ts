import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { FoundFile } from '../../src/build/find-files.ts';
import type { WorkerAnswer, WorkerMessage } from '../../src/build/worker-job.ts';
import { openPool, WorkerCrash } from '../../src/build/worker-pool.ts';
import { temporaryFolder, writeFiles } from './temporary-folder.ts';

/** Answers with its process, how often it was told something, and what it was asked; some questions it doesn't survive. */
const WORKER = `let told = 0;
process.on('message', ({ kind, files }) => {
  if (kind !== 'scan') return void (told += 1);
  const [{ file }] = files;
  if (file === 'crash') process.exit(3);
  if (file === 'killed') process.kill(process.pid, 'SIGKILL');
  if (file === 'hang') for (;;);
  process.send({ kind: 'scanned', scans: [process.pid, told, file] });
});
process.once('disconnect', () => process.exit());`;

function pool(size: number, patience = 60_000) {
  const folder = writeFiles(temporaryFolder(), { 'worker.mjs': WORKER });
  const opened = openPool(join(folder, 'worker.mjs'), size, patience);
  onTestFinished(() => opened.close());
  return opened;
}

function question(file: string): WorkerMessage {
  const found: FoundFile = { file, path: file, obstacle: null };
  return { kind: 'scan', files: [found] };
}

function answerOf(answer: WorkerAnswer): readonly unknown[] {
  return answer.kind === 'scanned' ? answer.scans : [];
}

const ids: WorkerMessage = { kind: 'ids', ids: new Map() };

describe('a pool of workers', () => {
  test('shares the work and answers each question', async () => {
    const { ask } = pool(2);
    const answers = (await Promise.all(['a', 'b', 'c', 'd', 'e'].map((file) => ask(question(file))))).map(answerOf);
    expect(answers.map(([, , file]) => file)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(new Set(answers.map(([pid]) => pid)).size).toBe(2);
  });

  test('tells every worker everything, those that come later too', async () => {
    const { ask, tell } = pool(1);
    tell(ids);
    expect(answerOf(await ask(question('a')))[1]).toBe(1);
    tell(ids);
    expect(answerOf(await ask(question('a')))[1]).toBe(2);
    await expect(ask(question('crash'))).rejects.toThrow();
    expect(answerOf(await ask(question('a')))[1]).toBe(2);
  });

  test.each([
    ['crash', 'its process ended (code 3)'],
    ['killed', 'its process ended (SIGKILL)'],
  ])('survives a worker that ends: %s', async (file, reason) => {
    const { ask } = pool(2);
    const answers = await Promise.allSettled(['a', file, 'b', 'c'].map((each) => ask(question(each))));
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    await expect(ask(question(file))).rejects.toThrow(new WorkerCrash(reason));
  });

  test('ends a worker that never answers', async () => {
    // Long enough for the next one to start in, on a busy machine.
    const { ask } = pool(1, 5000);
    await expect(ask(question('hang'))).rejects.toThrow(new WorkerCrash('its process ended (SIGKILL)'));
    expect(answerOf(await ask(question('a')))[2]).toBe('a');
  });

  test('leaves nobody behind', async () => {
    const { ask, close } = pool(2);
    const answers = await Promise.all([ask(question('a')), ask(question('b'))]);
    await close();
    for (const answer of answers) {
      const pid = Number(answerOf(answer)[0]);
      expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    }
  });
});
