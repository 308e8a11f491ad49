import { Fragment, useMemo, useState } from 'react';
import { categoryPath, listPath, withBase } from '../edition/addresses.ts';
import { dayNumber, UNKNOWN_DAY } from '../edition/day-number.ts';
import type { Named } from '../edition/row.ts';
import { listPositions } from '../library/list-positions.ts';
import { site } from '../site.ts';
import { ContinueReading } from './continue-reading.tsx';
import type { ListData } from './loaded-page.ts';
import { PageFrame } from './page-frame.tsx';
import { useEdition, useReader } from './reader.tsx';
import { Rows } from './rows.tsx';
import { SectionList } from './section-list.tsx';
import { SectionSheet } from './section-sheet.tsx';
import { SiteLink } from './site-link.tsx';
import { useCanonical } from './use-canonical.ts';
import { type ListState, MOST_ROWS, useListState } from './use-list-state.ts';
import { usePageTitle } from './use-page-title.ts';
import { useSettled } from './use-settled.ts';

/** `金融 › 国内`: every level but the last leads to its own list. */
function Heading({ names }: { readonly names: readonly Named[] }) {
  const { messages } = useReader();
  if (names.length === 0) return messages.allArticles;
  return names.map((level, depth) => {
    const path = names
      .slice(0, depth + 1)
      .map((upper) => upper.slug)
      .join('/');
    return (
      <Fragment key={path}>
        {depth > 0 && <span aria-hidden="true"> › </span>}
        {depth < names.length - 1 ? <SiteLink to={categoryPath(path)}>{level.name}</SiteLink> : level.name}
      </Fragment>
    );
  });
}

interface ListHeadProps {
  readonly page: ListData;
  readonly list: ListState;
  readonly onJump: (day: number) => void;
}

/** `金融 › 国内 · 近 7 天`, and how many articles that are: what is shown, as a sentence. */
function ListHead({ page, list, onJump }: ListHeadProps) {
  const reader = useReader();
  const { base, messages, dates } = reader;
  const { script, view } = list.filtering ?? {};
  const total = list.positions?.length ?? page.total;
  const rest = view && script ? script.filterSentence(view, reader) : '';
  const place = page.names.at(-1)?.name ?? (rest === '' ? messages.allArticles : '');
  const count = messages.articleCount(dates.number(total));
  // A count is said of the words it was counted for.
  const what = useSettled([place, rest].filter(Boolean).join(' · '), list.search);
  const shown = useSettled(count, list.search);
  usePageTitle(page, rest === '' ? '' : list.search === 'settled' ? `${rest} · ${count}` : rest);
  useCanonical(view && script ? script.sharedAddress(base, view) : withBase(base, listPath(page.filter)));
  return (
    <header className="list-head">
      <h1 tabIndex={-1}>
        {(page.names.length > 0 || rest === '') && <Heading names={page.names} />}
        {rest !== '' && (page.names.length > 0 ? ` · ${rest}` : rest)}
      </h1>
      <p role="status">
        {what !== null && <span className="hidden">{what} · </span>}
        {shown ?? (list.search === 'searching' && script?.facetWords[reader.language].searching)}
      </p>
      {script && view && <script.ListTools view={view} onJump={onJump} />}
      <SectionSheet page={page} filtering={list.filtering} total={total} onJump={onJump} />
    </header>
  );
}

/** The way on where the list is only its newest articles: without script, or before it has begun. */
function OlderArticles({ page }: { readonly page: ListData }) {
  const { base, messages } = useReader();
  const edition = useEdition();
  if (edition || page.older === undefined) return null;
  return (
    <nav className="series">
      <a href={withBase(base, page.older)} rel="next">
        {messages.olderArticles} →
      </a>
    </nav>
  );
}

const orders = { new: 'new', old: 'old', relevance: 'best' } as const;

interface ArticlesProps {
  readonly page: ListData;
  readonly list: ListState;
  readonly jump: { readonly day: number } | null;
}

/** The list itself, or why it isn't there. */
function Articles({ page, list, jump }: ArticlesProps) {
  const { language, messages } = useReader();
  const { positions, filtering, failed, retry } = list;
  const view = filtering?.view;
  const rows = useMemo(() => positions?.subarray(0, MOST_ROWS) ?? null, [positions]);
  // What else is in the list was not asked for; that it failed is said above.
  if (list.search === 'failed') return null;
  if (filtering && !filtering.view.isPlain && positions?.length === 0) {
    return <filtering.script.NothingFound view={filtering.view} />;
  }
  return (
    <>
      {failed && (
        <p className="note" role="alert">
          {messages.filtersFailed}{' '}
          <button type="button" onClick={retry}>
            {messages.retry}
          </button>
        </p>
      )}
      {filtering?.view.query.sort === 'relevance' && (
        // Without days nothing else stands between the page's heading and those of its rows.
        <h2 className="hidden">{filtering.script.facetWords[language].relevance}</h2>
      )}
      <Rows
        key={listPath(page.filter)}
        page={page}
        positions={rows}
        order={!view || view.isPlain ? 'printed' : orders[view.query.sort]}
        marks={filtering?.marks ?? null}
        jump={jump}
      />
      {filtering && positions && positions.length > MOST_ROWS && (
        <filtering.script.ListRest view={filtering.view} shown={MOST_ROWS} />
      )}
    </>
  );
}

/** The day of a list's newest article, for the masthead. */
function useNewestDay(page: ListData): number | null {
  const edition = useEdition();
  if (page.rows[0]) return page.rows[0].date === null ? null : dayNumber(page.rows[0].date, site.timeZone);
  const [newest] = edition ? listPositions(edition, page.filter) : [];
  return (newest === undefined ? null : edition?.days[newest]) ?? null;
}

/** The front page, a category or a source: sections beside a list of articles. */
export function ListPage({ page }: { readonly page: ListData }) {
  const { dates } = useReader();
  const list = useListState(page);
  const [jump, setJump] = useState<{ readonly day: number } | null>(null);
  const onJump = (day: number) => setJump({ day });
  const newest = useNewestDay(page);
  const dateLine = newest === null || newest === UNKNOWN_DAY ? undefined : dates.dayHeading(newest, true);
  const { script, view } = list.filtering ?? {};
  return (
    <PageFrame masthead="full" dateLine={dateLine} place={page.filter} content="list">
      {page.filter.kind === 'all' && <ContinueReading />}
      <div className="front">
        <aside className="sections" id="sections">
          {script && view ? <script.FacetPanel view={view} /> : <SectionList page={page} />}
        </aside>
        <section className="list" id="list" tabIndex={-1}>
          <ListHead page={page} list={list} onJump={onJump} />
          {script && view && <script.ActiveFilters view={view} />}
          {script && view && <script.SearchNote view={view} />}
          <Articles page={page} list={list} jump={jump} />
          <OlderArticles page={page} />
        </section>
      </div>
    </PageFrame>
  );
}
