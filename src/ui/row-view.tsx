import { memo, type ReactNode } from 'react';
import { articlePath } from '../edition/addresses.ts';
import type { Row } from '../edition/row.ts';
import { ArticleTime, type ArticleTimeProps } from './article-time.tsx';
import { Headline } from './headline.tsx';
import { useReader } from './reader.tsx';
import { SiteLink } from './site-link.tsx';
import { Thumbnail } from './thumbnail.tsx';

/** How a row shows what was searched for. */
export interface RowMarks {
  readonly title: (text: string) => ReactNode;
  readonly excerpt: (row: Row) => ReactNode;
}

export interface RowViewProps {
  readonly row: Row;
  /** The lead story of the home list is set larger. */
  readonly lead: boolean;
  /** The day is known from the heading above, where there is one. */
  readonly time: ArticleTimeProps['form'];
  /** Null where nothing is searched for. */
  readonly marks?: RowMarks | null;
}

/** One article in a list, named by its headline. Always of the same height, whatever it holds. */
export const RowView = memo(function RowView({ row, lead, time, marks }: RowViewProps) {
  // An imported feed is source and category at once, which needs no saying twice.
  const section = row.category[0]?.name === row.source?.name ? null : row.category[0];
  return (
    <div className={lead ? 'row lead' : 'row'} lang={row.lang}>
      <div className="row-text">
        <h3 id={`row-${row.id}`}>
          <SiteLink to={articlePath(row.id)}>
            <Headline title={row.title} room={2} marks={marks?.title} />
          </SiteLink>
        </h3>
        <p className="row-meta">
          {row.source && <span>{row.source.name}</span>}
          <ArticleTime date={row.date} form={time} />
          {section && <span>{section.name}</span>}
        </p>
        <p className="excerpt">{marks ? marks.excerpt(row) : row.excerpt}</p>
      </div>
      {row.cover && <Thumbnail cover={row.cover} lead={lead} />}
    </div>
  );
});

export interface MissingRowProps {
  readonly lead: boolean;
  /** Loading it failed; the list says so, and offers to try again. */
  readonly failed: boolean;
}

/** The place of an article whose sheet has not arrived. */
export function MissingRow({ lead, failed }: MissingRowProps) {
  const { messages } = useReader();
  return (
    <div className={lead ? 'row lead missing' : 'row missing'}>
      <span className="hidden">{failed ? messages.listIncomplete : messages.loading}</span>
    </div>
  );
}
