import type { Steps } from '../article/steps.ts';
import { nextTask } from './next-task.ts';

/** Far below what anybody notices; a fast machine does a whole article in less. */
const LONGEST_MS = 8;

/** Does one step after another; where they take long, the page answers between them. */
export async function inSteps<Result>(steps: Steps<Result>): Promise<Result> {
  let begun = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begun < LONGEST_MS) continue;
    await nextTask();
    begun = performance.now();
  }
}
