/** A worker of the press: a process of its own, so that an article that brings one down does not bring the build down. */
import { createCraftsman } from './craftsman.ts';
import type { WorkerMessage } from './worker-job.ts';

const craftsman = createCraftsman();

process.once('disconnect', () => process.exit());
process.on('message', async (message: WorkerMessage) => {
  const answer = await craftsman(message);
  // The press may have been ended meanwhile.
  if (answer !== null && process.connected) process.send?.(answer, () => {});
});
