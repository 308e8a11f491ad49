import { keepModule } from '../library/kept-module.ts';

/** The lists of marks come with their pages: other pages have no use for them. */
export const marksModule = keepModule(() => import('./marks-script.ts'));
