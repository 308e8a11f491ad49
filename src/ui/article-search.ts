import { createSearchSession } from '../library/search-session.ts';

/** One for all pages: what was found stays for going back. */
export const search = createSearchSession(import.meta.env.BASE_URL);
