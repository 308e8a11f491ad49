import { dayOfText, textOfDay } from '../edition/day-text.ts';
import { type ListSort, tidyQuery } from '../edition/list-query.ts';
import { facetWords } from '../i18n/facet-words.ts';
import type { ListView } from '../library/list-view.ts';
import { CopyLink } from './copy-link.tsx';
import { sharedTitle } from './filter-parts.ts';
import { KeepListButton } from './keep-list-button.tsx';
import { useApp, useReader } from './reader.tsx';
import { ShareButton } from './share-button.tsx';
import { sharedAddress } from './shared-address.ts';
import { useFilter } from './use-filter.ts';
import { useSetting } from './use-setting.ts';
import { useWords } from './use-words.ts';

export interface ListToolsProps {
  readonly view: ListView;
  readonly onJump: (day: number) => void;
}

function SortField({ view: { query } }: { readonly view: ListView }) {
  const words = useWords(facetWords);
  const filter = useFilter();
  const sorts: readonly (readonly [ListSort, string])[] = [
    ...(query.words === '' ? [] : [['relevance', words.relevance] as const]),
    ['new', words.newest],
    ['old', words.oldest],
  ];
  const choose = (value: string) => {
    const sort = sorts.find(([name]) => name === value)?.[0];
    if (sort) filter(tidyQuery({ ...query, sort }));
  };
  return (
    <select aria-label={words.sort} value={query.sort} onChange={({ target }) => choose(target.value)}>
      {sorts.map(([name, label]) => (
        <option key={name} value={name}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** Goes to a day in the list, which stays whole. */
function JumpField({ view: { query, facets }, onJump }: ListToolsProps) {
  const words = useWords(facetWords);
  const known = facets.days.filter(({ day }) => day >= 0);
  const [oldest, newest] = [known[0], known.at(-1)];
  if (!oldest || !newest || query.sort === 'relevance') return null;
  return (
    <label className="jump">
      <span>{words.jump}</span>
      <input
        type="date"
        min={textOfDay(oldest.day)}
        max={textOfDay(newest.day)}
        onChange={({ target }) => {
          const day = dayOfText(target.value);
          if (day !== null) onJump(day);
        }}
      />
    </label>
  );
}

function RowsField() {
  const words = useWords(facetWords);
  const { settings } = useApp();
  const rows = useSetting('rows');
  return (
    <select
      aria-label={words.rows}
      value={rows}
      onChange={({ target }) => settings?.set('rows', target.value === 'compact' ? 'compact' : 'cards')}
    >
      <option value="cards">{words.cards}</option>
      <option value="compact">{words.compact}</option>
    </select>
  );
}

/** What can be done with a list without filtering it. */
export function ListTools({ view, onJump }: ListToolsProps) {
  const reader = useReader();
  const { base, dates, messages } = reader;
  const path = sharedAddress(base, view);
  const count = messages.articleCount(dates.number(view.facets.positions.length));
  return (
    <div className="list-tools">
      <SortField view={view} />
      <JumpField view={view} onJump={onJump} />
      <RowsField />
      <KeepListButton view={view} />
      {!view.isPlain && <CopyLink path={path} />}
      <ShareButton path={path} title={sharedTitle(view, reader, count)} />
    </div>
  );
}
