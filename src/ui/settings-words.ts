import { settingsWordsFor } from '../i18n/settings-words.ts';
import { site } from '../site.ts';

/** What the panel of settings says in the site's language. */
export const settingsWords = settingsWordsFor(site.lang);
