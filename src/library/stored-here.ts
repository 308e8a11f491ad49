/** How our keys begin. */
const OURS = 'broadsheet.';
/** How the names of caches and databases of this site begin; others may live on the same host. */
const OF_THIS_SITE = `broadsheet ${import.meta.env.BASE_URL}`;

function ourKeys(): readonly string[] {
  try {
    return Object.keys(window.localStorage).filter((key) => key.startsWith(OURS));
  } catch {
    return [];
  }
}

/** Bytes of what the site keeps in this browser, as well as it can be told. */
export async function storedBytes(): Promise<number> {
  const texts = ourKeys().reduce((sum, key) => sum + 2 * (key.length + (localStorage.getItem(key)?.length ?? 0)), 0);
  try {
    return texts + ((await navigator.storage.estimate()).usage ?? 0);
  } catch {
    return texts;
  }
}

/** Removes all of it: settings, marks, places, offline reading. What can't be removed stays, without a word. */
export async function clearStored(): Promise<void> {
  for (const key of ourKeys()) localStorage.removeItem(key);
  try {
    const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
    const own = registrations.filter(({ scope }) => new URL(scope).pathname === import.meta.env.BASE_URL);
    await Promise.all(own.map((registration) => registration.unregister()));
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(OF_THIS_SITE)).map((name) => caches.delete(name)));
    for (const { name } of await indexedDB.databases()) {
      if (name?.startsWith(OF_THIS_SITE)) indexedDB.deleteDatabase(name);
    }
  } catch {
    // No worker, no caches.
  }
}
