import { everything, listAddress } from '../edition/list-query.ts';
import { facetWords } from '../i18n/facet-words.ts';
import { caughtUp } from '../library/caught-up.ts';
import { countOf, type ListView } from '../library/list-view.ts';
import { ownPositions } from '../library/own-positions.ts';
import { filterParts } from './filter-parts.ts';
import { useReader } from './reader.tsx';
import { SiteLink } from './site-link.tsx';

/** Where nothing is left: says so, and which filter to drop for how many articles. */
export function NothingFound({ view }: { readonly view: ListView }) {
  const { language, messages, dates, store, marks } = useReader();
  const words = facetWords[language];
  if (!store || !marks) return null;
  const own = ownPositions(marks.get(), caughtUp.get(), view.edition, store);
  const ways = filterParts(view, language)
    .map((part) => ({ ...part, count: countOf(view, part.rest, own) }))
    .filter(({ count }) => count > 0);
  return (
    <div className="nothing">
      <p>{words.nothing}</p>
      {ways.length > 0 && <p>{words.loosen}</p>}
      <ul>
        {ways.map(({ key, label, rest, count }) => (
          <li key={key}>
            <SiteLink to={listAddress(rest)}>{key === 'q' ? words.withoutWords(label) : words.without(label)}</SiteLink>{' '}
            <span>{messages.articleCount(dates.number(count))}</span>
          </li>
        ))}
        <li>
          <SiteLink to={listAddress(everything)}>{words.clearAll}</SiteLink>
        </li>
      </ul>
    </div>
  );
}
