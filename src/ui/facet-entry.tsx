import { useEffect, useState } from 'react';
import { type ListQuery, listAddress } from '../edition/list-query.ts';
import { facetWords } from '../i18n/facet-words.ts';
import { useReader } from './reader.tsx';
import { SiteLink } from './site-link.tsx';
import { useFilter } from './use-filter.ts';
import { useWords } from './use-words.ts';

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

/** A box that shows what was asked of it at once: the list follows a moment later. */
export function useToggle(ticked: boolean, query: ListQuery): readonly [checked: boolean, toggle: () => void] {
  const filter = useFilter();
  const [asked, setAsked] = useState<boolean | null>(null);
  const next = listAddress(query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list has followed, or is another
  useEffect(() => setAsked(null), [ticked, next]);
  const toggle = () => {
    setAsked(!ticked);
    filter(query);
  };
  return [asked ?? ticked, toggle];
}

export interface TickProps {
  readonly name: string;
  readonly ticked: boolean;
  readonly query: ListQuery;
}

/** Chooses something beside what is chosen already, or leaves it. */
export function Tick({ name, ticked, query }: TickProps) {
  const words = useWords(facetWords);
  const [checked, toggle] = useToggle(ticked, query);
  return (
    <label className="tick">
      <input type="checkbox" aria-label={words.choose(name)} checked={checked} onChange={toggle} />
    </label>
  );
}
