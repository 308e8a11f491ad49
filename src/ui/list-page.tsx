import { Fragment } from 'react';
import { categoryPath, listPath, withBase } from '../edition/addresses.ts';
import { dayNumber } from '../edition/day-number.ts';
import type { Named } from '../edition/row.ts';
import { listPositions } from '../library/list-positions.ts';
import { site } from '../site.ts';
import type { ListData } from './loaded-page.ts';
import { PageFrame } from './page-frame.tsx';
import { useEdition, useReader } from './reader.tsx';
import { Rows } from './rows.tsx';
import { SectionList } from './section-list.tsx';
import { SectionSheet } from './section-sheet.tsx';
import { SiteLink } from './site-link.tsx';

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

function ListHead({ page }: { readonly page: ListData }) {
  const { messages, dates } = useReader();
  const edition = useEdition();
  const total = edition ? listPositions(edition, page.filter).length : page.total;
  const name = page.names.at(-1)?.name ?? messages.allArticles;
  return (
    <header className="list-head">
      <h1 tabIndex={-1}>
        <Heading names={page.names} />
      </h1>
      <p role="status">
        <span className="hidden">{name} · </span>
        {messages.articleCount(dates.number(total))}
      </p>
      <SectionSheet page={page} />
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

/** The front page, a category or a source: sections beside a list of articles. */
export function ListPage({ page }: { readonly page: ListData }) {
  const { dates } = useReader();
  const newest = page.rows[0]?.date ?? null;
  const dateLine = newest === null ? undefined : dates.dayHeading(dayNumber(newest, site.timeZone), true);
  return (
    <PageFrame masthead="full" dateLine={dateLine}>
      <div className="front">
        <aside className="sections" id="sections">
          <SectionList page={page} />
        </aside>
        <section className="list">
          <ListHead page={page} />
          <Rows key={listPath(page.filter)} page={page} />
          <OlderArticles page={page} />
        </section>
      </div>
    </PageFrame>
  );
}
