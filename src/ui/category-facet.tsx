import { useState } from 'react';
import {
  type CategoryStanding,
  categoryStandings,
  excludingCategory,
  readmittingCategory,
  withCategory,
  withoutCategory,
} from '../edition/category-choice.ts';
import type { CategoryNode } from '../edition/edition-data.ts';
import { type ListQuery, tidyQuery } from '../edition/list-query.ts';
import { facetWords } from '../i18n/facet-words.ts';
import type { ListView } from '../library/list-view.ts';
import { FacetLink, Tick } from './facet-entry.tsx';
import { useReader } from './reader.tsx';
import { useFilter } from './use-filter.ts';
import { useWords } from './use-words.ts';

/** With more categories than this, branches open when they are asked to. */
const SHOW_ALL = 36;

function ExcludeButton({ node, query }: { readonly node: CategoryNode; readonly query: ListQuery }) {
  const words = useWords(facetWords);
  const filter = useFilter();
  const isExcluded = query.exclude.includes(node.path);
  const next = isExcluded ? readmittingCategory(query, node.path) : excludingCategory(query, node.path);
  return (
    <button
      type="button"
      className="exclude"
      aria-pressed={isExcluded}
      aria-label={words.exclude(node.name)}
      title={words.exclude(node.name)}
      onClick={() => filter(next)}
    >
      −
    </button>
  );
}

interface BranchProps {
  readonly view: ListView;
  readonly parent: number;
  readonly standings: readonly CategoryStanding[];
  /** Whether what is below a category stands in the tree, by its index; null where all of it does. */
  readonly open: ((index: number) => boolean) | null;
  readonly toggle: (index: number) => void;
}

function Category({ index, ...branch }: BranchProps & { readonly index: number }) {
  const words = useWords(facetWords);
  const { view, standings, open, toggle } = branch;
  const { query, facets, edition } = view;
  const { categories } = edition.index;
  const node = categories[index];
  const standing = standings[index];
  if (!node || !standing) return null;
  const { name, path } = node;
  const ticked = query.include.length > 0 && standing.shown;
  const isCurrent = query.include.length === 1 && query.include[0] === path;
  // Parents stand right before their first child.
  const hasChildren = categories[index + 1]?.parent === index;
  const isOpen = open === null || open(index);
  return (
    <li>
      <div className="choice">
        <Tick name={name} ticked={ticked} query={ticked ? withoutCategory(query, path) : withCategory(query, path)} />
        <FacetLink
          name={name}
          count={facets.categories[index] ?? 0}
          query={tidyQuery({ ...query, include: [path], exclude: [] })}
          current={isCurrent ? 'page' : undefined}
          excluded={standing.mark === 'excluded'}
        />
        {open && hasChildren && (
          <button
            type="button"
            className="more"
            aria-expanded={isOpen}
            aria-label={words.expand(name)}
            onClick={() => toggle(index)}
          >
            {isOpen ? '▾' : '▸'}
          </button>
        )}
        <ExcludeButton node={node} query={query} />
      </div>
      {hasChildren && isOpen && <Branch {...branch} parent={index} />}
    </li>
  );
}

function Branch(props: BranchProps) {
  const { categories } = props.view.edition.index;
  return (
    <ul>
      {categories.map(
        (node, index) => node.parent === props.parent && <Category key={node.path} {...props} index={index} />,
      )}
    </ul>
  );
}

/** Which branches stand open: those the reader opened, and those in which something is chosen. */
function useOpenBranches({ query, edition }: ListView) {
  const [toggled, setToggled] = useState<ReadonlyMap<number, boolean>>(new Map());
  const { categories } = edition.index;
  const marked = [...query.include, ...query.exclude];
  const isOpen = (index: number) => {
    const path = categories[index]?.path ?? '';
    return toggled.get(index) ?? marked.some((other) => other === path || other.startsWith(`${path}/`));
  };
  const toggle = (index: number) => setToggled(new Map([...toggled, [index, !isOpen(index)]]));
  return { open: categories.length > SHOW_ALL ? isOpen : null, toggle };
}

/** The tree of categories: links to their lists, boxes to choose several, buttons to leave some out. */
export function CategoryFacet({ view }: { readonly view: ListView }) {
  const { messages } = useReader();
  const { query, facets, edition } = view;
  const { open, toggle } = useOpenBranches(view);
  const { categories } = edition.index;
  const total = categories.reduce(
    (sum, { parent }, index) => sum + (parent < 0 ? (facets.categories[index] ?? 0) : 0),
    0,
  );
  return (
    <nav aria-label={messages.categories} className={open ? 'deep' : undefined}>
      <p className="nav-title">{messages.categories}</p>
      <ul>
        <li>
          <FacetLink
            name={messages.allArticles}
            count={total}
            query={tidyQuery({ ...query, include: [], exclude: [] })}
            current={query.include.length + query.exclude.length + query.sources.length === 0 ? 'page' : undefined}
          />
        </li>
      </ul>
      <Branch view={view} parent={-1} standings={categoryStandings(edition.index, query)} open={open} toggle={toggle} />
    </nav>
  );
}
