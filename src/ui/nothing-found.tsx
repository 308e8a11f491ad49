import { everything, listAddress, withWords } from '../edition/list-query.ts';
import { facetWords } from '../i18n/facet-words.ts';
import { caughtUp } from '../library/caught-up.ts';
import { countOf, type ListView } from '../library/list-view.ts';
import { ownPositions } from '../library/own-positions.ts';
import { filterParts } from './filter-parts.ts';
import { useReader } from './reader.tsx';
import { SiteLink } from './site-link.tsx';

const MOST_WORDS = 6;

/** The words of a search one by one, where it is a few plain ones: all of them together may be too much. */
function wordsOf({ query }: ListView): readonly string[] {
  const words = [...new Set(query.words.split(/\s+/))];
  const arePlain = words.every((word) => !/^-|["“”„「『:：]/.test(word));
  return arePlain && words.length > 1 && words.length <= MOST_WORDS ? words : [];
}

/** Where nothing is left: says so, and which filter to drop for how many articles. */
export function NothingFound({ view }: { readonly view: ListView }) {
  const { language, messages, dates, store, marks } = useReader();
  const words = facetWords[language];
  if (!store || !marks) return null;
  const own = ownPositions(marks.get(), caughtUp.get(), view.edition, store);
  const parts = filterParts(view, language);
  const isSearch = parts.length === 1 && view.query.words !== '';
  const ways = parts
    .map((part) => ({ ...part, count: countOf(view, part.rest, own) }))
    .filter(({ count }) => count > 0);
  return (
    <div className="nothing">
      <p>{isSearch ? words.nothingHolds : words.nothing}</p>
      {ways.length > 0 && !isSearch && <p>{words.loosen}</p>}
      <ul>
        {wordsOf(view).map((word) => (
          <li key={word}>
            <SiteLink to={listAddress(withWords(view.query, word))}>{words.only(word)}</SiteLink>
          </li>
        ))}
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
