import { askForEdition } from './edition-check.ts';

const EVERY_MS = 5000;
/** Where the site answers and its page never comes, something stands between them, and loading again is no way out. */
const MOST_TRIES = 3;
const KEY = 'broadsheet.tries';

/** Counts a try to load the open page again; false where there were enough, or nothing can be remembered. */
function mayTry(): boolean {
  try {
    const { href } = window.location;
    const [tries, address] = (sessionStorage.getItem(KEY) ?? '').split(' ');
    const count = address === href ? Number(tries) : 0;
    sessionStorage.setItem(KEY, `${count + 1} ${href}`);
    return count < MOST_TRIES;
  } catch {
    return false;
  }
}

/**
 * For a page that stands in for one that can't be had: loads it again as soon as the site answers. Devices often believe that
 * they have a network while they have none, so it is the site that is asked.
 * @returns the way out
 */
export function awaitReturn(base: string): () => void {
  const look = async () => {
    if ((await askForEdition(base)).online && mayTry()) window.location.reload();
  };
  const timer = setInterval(() => void look(), EVERY_MS);
  const onOnline = () => void look();
  window.addEventListener('online', onOnline);
  return () => {
    clearInterval(timer);
    window.removeEventListener('online', onOnline);
  };
}
