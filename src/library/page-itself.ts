/**
 * Every page reads without the app. Where the app can't show one (its files belong to an edition that is gone, or it has a
 * fault), the page itself is gone to.
 */

const PATIENCE_MS = 8000;

/** Whether there is a network, and the page in it. Asked first, because a browser's own page for "no network" leads nowhere. */
async function answers(address: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    return (await fetch(address, { method: 'HEAD', cache: 'no-store', signal })).ok;
  } catch {
    return false;
  }
}

/**
 * Loads the page at an address as a document of its own. Comes back only where it doesn't answer.
 * @param signal the reader has gone elsewhere meanwhile
 */
export async function openPageItself(address: string, signal: AbortSignal): Promise<void> {
  if (!(await answers(address)) || signal.aborted) return;
  if (address === window.location.href) window.location.reload();
  else window.location.assign(address);
  await new Promise<never>(() => {});
}

/** Whether this place in history is to be read without the app. */
export function isPlainPlace(): boolean {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null && 'plain' in state;
}

/** Loads the open page again, to be read without the app; once, and only where it answers. */
export async function readPlainly(): Promise<void> {
  const { href } = window.location;
  if (isPlainPlace() || !(await answers(href)) || window.location.href !== href) return;
  window.history.replaceState({ ...window.history.state, plain: true }, '');
  window.location.reload();
}
