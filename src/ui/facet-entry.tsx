import { type ListQuery, listAddress } from '../edition/list-query.ts';
import { words } from './facet-words.ts';
import { useReader } from './reader.tsx';
import { SiteLink } from './site-link.tsx';
import { useFilter } from './use-filter.ts';

export interface FacetLinkProps {
  readonly name: string;
  readonly count: number;
  /** The list it leads to. */
  readonly query: ListQuery;
  /** `page`: it is this list; `true`: of its kind the one that is chosen. */
  readonly current: 'page' | 'true' | undefined;
  readonly excluded?: boolean;
}

/** A filter as a link to its list. */
export function FacetLink({ name, count, query, current, excluded = false }: FacetLinkProps) {
  const { dates } = useReader();
  return (
    <SiteLink
      to={listAddress(query)}
      aria-current={current}
      className={excluded ? 'excluded' : count === 0 ? 'empty' : undefined}
    >
      <span className="entry-name">{name}</span> <span className="count">{dates.number(count)}</span>
    </SiteLink>
  );
}

export interface TickProps {
  readonly name: string;
  readonly ticked: boolean;
  readonly query: ListQuery;
}

/** Chooses something beside what is chosen already, or leaves it. */
export function Tick({ name, ticked, query }: TickProps) {
  const filter = useFilter();
  return (
    <label className="tick">
      <input type="checkbox" aria-label={words.choose(name)} checked={ticked} onChange={() => filter(query)} />
    </label>
  );
}
