import { WORKER_FILE } from '../edition/shell-files.ts';

/** Of Trusted Types what is needed here; not every browser has them. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => unknown };
}

/** The policy of the pages lets an address become a worker only through here, and here no other than the site's own. */
function trusted(worker: string): string {
  const createScriptURL = (asked: string) => {
    if (asked !== worker) throw new TypeError(`${asked} is not this site's worker.`);
    return asked;
  };
  const { trustedTypes } = window as Window & { readonly trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('broadsheet-url', { createScriptURL });
  // What the policy gives is no string, but is taken for one.
  return (policy ? policy.createScriptURL(worker) : worker) as string;
}

/**
 * Registers the site's worker; the same worker again does nothing. Null where browser or host have none, without a word:
 * everything but reading without a network works all the same.
 */
export async function registerWorker(base: string): Promise<ServiceWorkerRegistration | null> {
  try {
    const options = { scope: base, updateViaCache: 'none' } as const;
    return (await navigator.serviceWorker.register(trusted(base + WORKER_FILE), options)) ?? null;
  } catch {
    return null;
  }
}

/** Takes the worker away. */
export async function removeWorker(base: string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(base);
  // Below `/` another site may have its own.
  if (registration && new URL(registration.scope).pathname === base) await registration.unregister();
}
