/** Work in steps: whoever does it may do something else between two of them. */
export type Steps<Result> = Generator<void, Result, void>;

/** Does all steps at once. */
export function runThrough<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
