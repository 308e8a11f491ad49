import { keepModule } from '../library/kept-module.ts';

/** Keeps the reader's place in articles, and comes when an article is read already. */
export const placeModule = keepModule(() => import('./place-script.ts'));
