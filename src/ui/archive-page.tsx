import { articlePath, listPath } from '../edition/addresses.ts';
import type { ArchiveData, ArchiveRow } from '../edition/archive.ts';
import { yearOfDay } from '../i18n/format-date.ts';
import { PageFrame } from './page-frame.tsx';
import { listHeading } from './page-title.ts';
import { useReader } from './reader.tsx';
import { SiteLink } from './site-link.tsx';

interface Day {
  readonly day: number;
  readonly rows: ArchiveRow[];
}

function byDay(rows: readonly ArchiveRow[]): readonly Day[] {
  const days: Day[] = [];
  for (const row of rows) {
    const last = days.at(-1);
    if (last?.day === row.day) last.rows.push(row);
    else days.push({ day: row.day, rows: [row] });
  }
  return days;
}

function DayOfTitles({ day, rows }: Day) {
  const { messages, dates } = useReader();
  return (
    <section>
      <h2>{yearOfDay(day) === null ? messages.unknownDate : dates.dayHeading(day, true)}</h2>
      <ol>
        {rows.map(({ id, title, source }) => (
          <li key={id} id={`row-${id}`}>
            <SiteLink to={articlePath(id)}>
              <bdi>{title}</bdi>
            </SiteLink>
            {source !== null && <small> {source}</small>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Series({ page }: { readonly page: ArchiveData }) {
  const { messages } = useReader();
  return (
    <>
      <SiteLink to={page.newer} rel="prev">
        ← {messages.newerArticles}
      </SiteLink>
      {page.older !== null && (
        <SiteLink to={page.older} rel="next">
          {messages.olderArticles} →
        </SiteLink>
      )}
    </>
  );
}

/** Titles of older articles by day, for reading without script. */
export function ArchivePage({ page }: { readonly page: ArchiveData }) {
  const { messages } = useReader();
  return (
    <PageFrame masthead="small">
      <div className="archive">
        <h1 tabIndex={-1}>
          <SiteLink to={listPath(page.filter)}>{listHeading(page.names) || messages.allArticles}</SiteLink>
          {' · '}
          {messages.archivePage(page.number)}
        </h1>
        <p className="series">
          <Series page={page} />
        </p>
        {byDay(page.rows).map(({ day, rows }) => (
          <DayOfTitles key={day} day={day} rows={rows} />
        ))}
        {/* The same once more: one of them is enough of a landmark. */}
        <nav className="series">
          <Series page={page} />
        </nav>
      </div>
    </PageFrame>
  );
}
