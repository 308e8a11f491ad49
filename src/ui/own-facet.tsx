import type { OwnMark } from '../edition/list-query.ts';
import { tidyQuery } from '../edition/list-query.ts';
import type { ListView } from '../library/list-view.ts';
import { words } from './facet-words.ts';
import { useReader } from './reader.tsx';
import { useFilter } from './use-filter.ts';

const MARKS: readonly OwnMark[] = ['unread', 'saved'];

/** What only this reader's marks know. */
export function OwnFacet({ view: { query, facets } }: { readonly view: ListView }) {
  const { dates } = useReader();
  const filter = useFilter();
  return (
    <fieldset>
      <legend className="nav-title">{words.own}</legend>
      {MARKS.map((mark) => {
        const isChosen = query.own.includes(mark);
        const own = isChosen ? query.own.filter((other) => other !== mark) : [...query.own, mark];
        return (
          <label key={mark} className="own">
            <input type="checkbox" checked={isChosen} onChange={() => filter(tidyQuery({ ...query, own }))} />
            <span className="entry-name">{words[mark]}</span>{' '}
            <span className="count">{dates.number(facets[mark])}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
