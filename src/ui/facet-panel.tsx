import type { ListView } from '../library/list-view.ts';
import { CategoryFacet } from './category-facet.tsx';
import { DateFacet } from './date-facet.tsx';
import { OwnFacet } from './own-facet.tsx';
import { SourceFacet } from './source-facet.tsx';

/** All filters, each with what it would show. Opens like the printed sections, so that nothing moves when it comes. */
export function FacetPanel({ view }: { readonly view: ListView }) {
  return (
    <div className="facets">
      <CategoryFacet view={view} />
      <SourceFacet view={view} />
      <DateFacet view={view} />
      <OwnFacet view={view} />
    </div>
  );
}
