import type { ReactNode } from 'react';
import { yearOfDay } from '../i18n/format-date.ts';
import { useReader } from './reader.tsx';

/** What opens a day. `firstYear`: of the list's first day; the year is said where it is another. */
export function DayHeading({ day, firstYear }: { readonly day: number; readonly firstYear: number | null }) {
  const { messages, dates } = useReader();
  const year = yearOfDay(day);
  return <h2 className="day">{year === null ? messages.unknownDate : dates.dayHeading(day, year !== firstYear)}</h2>;
}

interface ListedArticleProps {
  readonly id: string | null;
  /** Among all articles of the list, from 1. */
  readonly place: number;
  readonly total: number;
  readonly children: ReactNode;
}

/** An article with the heading of the day it opens: a feed holds nothing but articles. */
export function ListedArticle({ id, place, total, children }: ListedArticleProps) {
  const label = id === null ? undefined : `row-${id}`;
  return (
    <article aria-posinset={place} aria-setsize={total} aria-labelledby={label} aria-busy={id === null || undefined}>
      {children}
    </article>
  );
}
