import { facetWordsFor } from '../i18n/facet-words.ts';
import { site } from '../site.ts';

/** What filters say in the site's language. */
export const words = facetWordsFor(site.lang);
