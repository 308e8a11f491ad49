import { useState } from 'react';
import { tidyQuery } from '../edition/list-query.ts';
import { facetWords } from '../i18n/facet-words.ts';
import type { ListView } from '../library/list-view.ts';
import { FacetLink, Tick } from './facet-entry.tsx';
import { useReader } from './reader.tsx';
import { useWords } from './use-words.ts';

/** As many as the printed page shows. */
const FIRST_SOURCES = 12;

/** The sources: links to their lists, boxes to choose several. */
export function SourceFacet({ view: { query, facets, edition } }: { readonly view: ListView }) {
  const words = useWords(facetWords);
  const { messages, dates } = useReader();
  const [all, setAll] = useState(false);
  const { sources } = edition.index;
  const chosen = new Set(query.sources);
  if (sources.length === 0) return null;
  return (
    <nav aria-label={messages.sources}>
      <p className="nav-title">{messages.sources}</p>
      <ul>
        {sources.map(({ name, slug }, index) => {
          if (!all && index >= FIRST_SOURCES && !chosen.has(slug)) return null;
          const isChosen = chosen.has(slug);
          const others = query.sources.filter((other) => other !== slug);
          return (
            <li key={slug}>
              <div className="choice">
                <Tick
                  name={name}
                  ticked={isChosen}
                  query={tidyQuery({ ...query, sources: isChosen ? others : [...others, slug] })}
                />
                <FacetLink
                  name={name}
                  count={facets.sources[index] ?? 0}
                  query={tidyQuery({ ...query, sources: [slug] })}
                  current={isChosen && others.length === 0 ? (query.include.length === 0 ? 'page' : 'true') : undefined}
                />
              </div>
            </li>
          );
        })}
      </ul>
      {!all && sources.length > FIRST_SOURCES && (
        <button type="button" className="all-sources" onClick={() => setAll(true)}>
          {words.moreSources(dates.number(sources.length))}
        </button>
      )}
    </nav>
  );
}
