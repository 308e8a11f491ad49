import { keepModule } from '../library/kept-module.ts';

/** Filters come when they are wanted: most lists are read as they are. */
export const facetModule = keepModule(() => import('./facet-script.ts'));

export type FacetScript = typeof import('./facet-script.ts');
