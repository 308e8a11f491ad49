import { type ListQuery, type OwnMark, tidyQuery } from '../edition/list-query.ts';
import { facetWords } from '../i18n/facet-words.ts';
import type { ListView } from '../library/list-view.ts';
import { useToggle } from './facet-entry.tsx';
import { MarkAllRead } from './mark-all-read.tsx';
import { useReader } from './reader.tsx';
import { useWords } from './use-words.ts';

const MARKS: readonly OwnMark[] = ['unread', 'saved'];

interface OwnBoxProps {
  readonly mark: OwnMark;
  readonly query: ListQuery;
  readonly count: number;
}

function OwnBox({ mark, query, count }: OwnBoxProps) {
  const words = useWords(facetWords);
  const { dates } = useReader();
  const isChosen = query.own.includes(mark);
  const own = isChosen ? query.own.filter((other) => other !== mark) : [...query.own, mark];
  const [checked, toggle] = useToggle(isChosen, tidyQuery({ ...query, own }));
  return (
    <label className="own">
      <input type="checkbox" checked={checked} onChange={toggle} />
      <span className="entry-name">{words[mark]}</span> <span className="count">{dates.number(count)}</span>
    </label>
  );
}

/** What only this reader's marks know. */
export function OwnFacet({ view }: { readonly view: ListView }) {
  const words = useWords(facetWords);
  return (
    <fieldset>
      <legend className="nav-title">{words.own}</legend>
      {MARKS.map((mark) => (
        <OwnBox key={mark} mark={mark} query={view.query} count={view.facets[mark]} />
      ))}
      <MarkAllRead view={view} />
    </fieldset>
  );
}
