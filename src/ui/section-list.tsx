import { categoryPath, homePath, sourcePath } from '../edition/addresses.ts';
import type { ListedCategory, ListedSource, ListFilter } from '../edition/edition-data.ts';
import { shownSections } from '../edition/shown-sections.ts';
import type { ListData } from './loaded-page.ts';
import { useEdition, useReader } from './reader.tsx';
import { SiteLink } from './site-link.tsx';

interface EntryProps {
  readonly to: string;
  readonly name: string;
  /** Null until the edition has arrived: it stands at the line's end, where nothing moves for it. */
  readonly count: number | null;
  readonly current: boolean;
}

function Entry({ to, name, count, current }: EntryProps) {
  const { dates } = useReader();
  return (
    <SiteLink to={to} aria-current={current ? 'page' : undefined}>
      <span className="entry-name">{name}</span> <span className="count">{count !== null && dates.number(count)}</span>
    </SiteLink>
  );
}

interface BranchProps {
  readonly categories: readonly ListedCategory[];
  readonly parent: number;
  /** Path of the category the list shows; empty where it shows none. */
  readonly current: string;
}

function Branch({ categories, parent, current }: BranchProps) {
  const nodes = categories.flatMap((node, index) => (node.parent === parent ? [{ node, index }] : []));
  if (nodes.length === 0) return null;
  return (
    <ul>
      {nodes.map(({ node, index }) => (
        <li key={node.path}>
          <Entry to={categoryPath(node.path)} name={node.name} count={node.count} current={node.path === current} />
          <Branch categories={categories} parent={index} current={current} />
        </li>
      ))}
    </ul>
  );
}

interface SourceEntriesProps {
  readonly sources: readonly ListedSource[];
  readonly filter: ListFilter;
}

function SourceEntries({ sources, filter }: SourceEntriesProps) {
  return (
    <ul>
      {sources.map((source) => (
        <li key={source.slug}>
          <Entry
            to={sourcePath(source.slug)}
            name={source.name}
            count={source.count}
            current={filter.kind === 'source' && filter.slug === source.slug}
          />
        </li>
      ))}
    </ul>
  );
}

/** All articles; null where the page says no counts. */
function totalOf(categories: readonly ListedCategory[]): number | null {
  const outermost = categories.filter(({ parent }) => parent === -1);
  return outermost.reduce<number | null>(
    (sum, { count }) => (sum === null || count === null ? null : sum + count),
    outermost.length === 0 ? null : 0,
  );
}

/** The tree of categories and the sources, each a link to its list. */
export function SectionList({ page }: { readonly page: ListData }) {
  const { messages } = useReader();
  const edition = useEdition();
  const { filter } = page;
  const { categories, sources } = edition ? shownSections(edition.index, filter) : page;
  return (
    <>
      <nav aria-label={messages.categories}>
        <p className="nav-title">{messages.categories}</p>
        <ul>
          <li>
            <Entry
              to={homePath}
              name={messages.allArticles}
              count={totalOf(categories)}
              current={filter.kind === 'all'}
            />
          </li>
        </ul>
        <Branch categories={categories} parent={-1} current={filter.kind === 'category' ? filter.path : ''} />
      </nav>
      {sources.length > 0 && (
        <nav aria-label={messages.sources}>
          <p className="nav-title">{messages.sources}</p>
          <SourceEntries sources={sources} filter={filter} />
        </nav>
      )}
    </>
  );
}
