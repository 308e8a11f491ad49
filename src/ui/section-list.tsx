import { categoryPath, homePath, sourcePath } from '../edition/addresses.ts';
import type { CategoryNode, ListFilter, SourceNode } from '../edition/edition-data.ts';
import type { ListData } from './loaded-page.ts';
import { useReader } from './reader.tsx';
import { SiteLink } from './site-link.tsx';

/** With more categories than this, only the branch that is open shows its lower levels. */
const SHOW_ALL = 36;
const MOST_SOURCES = 12;

interface EntryProps {
  readonly to: string;
  readonly name: string;
  readonly count: number;
  readonly current: boolean;
}

function Entry({ to, name, count, current }: EntryProps) {
  const { dates } = useReader();
  return (
    <SiteLink to={to} aria-current={current ? 'page' : undefined}>
      <span className="entry-name">{name}</span> <span className="count">{dates.number(count)}</span>
    </SiteLink>
  );
}

interface BranchProps {
  readonly categories: readonly CategoryNode[];
  readonly parent: number;
  /** Path of the category the list shows; empty where it shows none. */
  readonly current: string;
}

function isOpen(path: string, { categories, current }: BranchProps): boolean {
  return categories.length <= SHOW_ALL || current === path || current.startsWith(`${path}/`);
}

function Branch(props: BranchProps) {
  const { categories, parent, current } = props;
  const nodes = categories.flatMap((node, index) => (node.parent === parent ? [{ node, index }] : []));
  if (nodes.length === 0) return null;
  return (
    <ul>
      {nodes.map(({ node, index }) => (
        <li key={node.path}>
          <Entry to={categoryPath(node.path)} name={node.name} count={node.count} current={node.path === current} />
          {isOpen(node.path, props) && <Branch categories={categories} parent={index} current={current} />}
        </li>
      ))}
    </ul>
  );
}

function SourceEntries({ sources, filter }: { readonly sources: readonly SourceNode[]; readonly filter: ListFilter }) {
  const shown = sources.filter(
    (source, index) => index < MOST_SOURCES || (filter.kind === 'source' && filter.slug === source.slug),
  );
  return (
    <ul>
      {shown.map((source) => (
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

/** The tree of categories and the sources, each a link to its list. */
export function SectionList({ page }: { readonly page: ListData }) {
  const { messages } = useReader();
  const { filter, categories, sources } = page;
  const total = categories.reduce((sum, node) => (node.parent === -1 ? sum + node.count : sum), 0);
  return (
    <>
      <nav aria-label={messages.categories}>
        <p className="nav-title">{messages.categories}</p>
        <ul>
          <li>
            <Entry to={homePath} name={messages.allArticles} count={total} current={filter.kind === 'all'} />
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
