/**
 * The press: prints the edition in a process of its own, compiled by Vite because Node 20 runs no TypeScript. The bundler's
 * memory and the articles' memory never add up.
 */
import type { PressAnswer, PressJob } from './press-job.ts';
import { printSite } from './print-site.ts';
import { UserError } from './user-error.ts';

async function answer(job: PressJob): Promise<PressAnswer> {
  try {
    return { kind: 'printed', summary: await printSite(job) };
  } catch (error) {
    if (error instanceof UserError) return { kind: 'refused', reason: error.message };
    // Nobody waits any more; whatever went wrong went wrong because of that.
    if (!process.connected) process.exit(1);
    throw error;
  }
}

// The build was ended from outside: nobody waits for an answer.
process.once('disconnect', () => process.exit(1));
process.once('message', async (job: PressJob) => {
  process.send?.(await answer(job), () => process.disconnect());
});
