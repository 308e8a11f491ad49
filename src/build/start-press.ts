import { type ChildProcess, fork } from 'node:child_process';
import type { PressAnswer, PressJob } from './press-job.ts';
import { UserError } from './user-error.ts';

const V8_OPTIONS = [
  // What it reads of earlier builds lives as long as it does: a larger nursery, large from the start, is swept half as often.
  ...['--max-semi-space-size=32', '--min-semi-space-size=32'],
  // Most of its code runs for less time than it would take to optimise: that was a fifth of a rebuild.
  '--interrupt-budget=1000000',
];

const hasGroups = process.platform !== 'win32';

function killGroup(child: ChildProcess): void {
  if (!hasGroups || child.pid === undefined) {
    child.kill('SIGKILL');
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/**
 * Runs the compiled press on a job.
 * @returns the build's summary.
 * @throws UserError with the reason where the press refuses to print; Error where it breaks down.
 */
export function startPress(press: string, job: PressJob): Promise<string> {
  return new Promise((done, fail) => {
    // A group of its own, so that the workers it starts end with it.
    const child = fork(press, { execArgv: V8_OPTIONS, detached: hasGroups });
    const kill = () => killGroup(child);
    // Before the workshop is removed: a living press or worker would go on writing there.
    process.prependOnceListener('exit', kill);
    child.once('message', (answer: PressAnswer) => {
      if (answer.kind === 'printed') done(answer.summary);
      else fail(new UserError(answer.reason));
    });
    child.once('error', fail);
    child.once('exit', (code, signal) => {
      process.off('exit', kill);
      fail(new Error(`printing ended early (${signal ?? `code ${code}`})`));
    });
    child.send(job);
  });
}
