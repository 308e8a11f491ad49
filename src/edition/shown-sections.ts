import type { CategoryNode, ListedCategory, ListedSource, ListFilter, SourceNode } from './edition-data.ts';

/** With more categories than this, only the branch that is open shows its lower levels. */
const SHOW_ALL = 36;
const MOST_SOURCES = 12;

/** The sections beside a list. */
export interface Sections {
  readonly categories: readonly ListedCategory[];
  readonly sources: readonly ListedSource[];
}

/** What of an edition's categories and sources stands beside a list. */
export function shownSections(
  { categories, sources }: { readonly categories: readonly CategoryNode[]; readonly sources: readonly SourceNode[] },
  filter: ListFilter,
): Sections {
  return { categories: shownCategories(categories, filter), sources: shownSources(sources, filter) };
}

/**
 * The same without counts. They are printed on the home page only: every article changes some, and a page that shows
 * them all would change with every article of the edition.
 */
export function withoutCounts({ categories, sources }: Sections): Sections {
  return {
    categories: categories.map((node) => ({ ...node, count: null })),
    sources: sources.map((node) => ({ ...node, count: null })),
  };
}

function shownCategories(nodes: readonly CategoryNode[], filter: ListFilter): readonly ListedCategory[] {
  if (nodes.length <= SHOW_ALL) return nodes;
  const open = filter.kind === 'category' ? filter.path : '';
  const places = new Map([[-1, -1]]);
  const shown: ListedCategory[] = [];
  for (const [index, node] of nodes.entries()) {
    const above = nodes[node.parent]?.path;
    if (above !== undefined && open !== above && !open.startsWith(`${above}/`)) continue;
    places.set(index, shown.length);
    shown.push({ ...node, parent: places.get(node.parent) ?? -1 });
  }
  return shown;
}

function shownSources(nodes: readonly SourceNode[], filter: ListFilter): readonly ListedSource[] {
  const open = filter.kind === 'source' ? filter.slug : null;
  return nodes.filter(({ slug }, index) => index < MOST_SOURCES || slug === open);
}
