import { keepModule } from '../library/kept-module.ts';

/** What quotes need comes with the first: most articles are read and left. */
export const quoteModule = keepModule(() => import('./quote-script.ts'));
