import { useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { dayNumber, UNKNOWN_DAY } from '../edition/day-number.ts';
import { yearOfDay } from '../i18n/format-date.ts';
import { type ListShape, listShape } from '../library/list-shape.ts';
import { site } from '../site.ts';
import type { ListData } from './loaded-page.ts';
import { useEdition, useReader } from './reader.tsx';
import { MissingRow, RowView } from './row-view.tsx';
import { useListRows, useRowsAhead } from './use-list-rows.ts';
import { useRestoredScroll } from './use-restored-scroll.ts';
import { useRowHeights } from './use-row-heights.ts';

const OVERSCAN = 8;

function DayHeading({ day, firstYear }: { readonly day: number; readonly firstYear: number | null }) {
  const { messages, dates } = useReader();
  const year = yearOfDay(day);
  return <h2 className="day">{year === null ? messages.unknownDate : dates.dayHeading(day, year !== firstYear)}</h2>;
}

/** The shape a printed page has: its own rows, in normal flow, heights unknown. */
function printedShape(page: ListData): ListShape {
  const days = page.rows.map((row) => dayNumber(row.date, site.timeZone));
  return {
    count: page.rows.length,
    day: (index) => days[index] ?? UNKNOWN_DAY,
    opensDay: (index) => index === 0 || days[index] !== days[index - 1],
    height: () => 0,
  };
}

function useShape(page: ListData, positions: Int32Array | null) {
  const edition = useEdition();
  const heights = useRowHeights(edition !== null);
  // A lead without a picture would be a large hole.
  const leads = page.filter.kind === 'all' && Boolean(page.rows[0]?.cover);
  const whole = useMemo(
    () => (edition && positions && heights ? listShape(positions, edition.days, heights, leads) : null),
    [edition, positions, heights, leads],
  );
  const printed = useMemo(() => printedShape(page), [page]);
  return { shape: whole ?? printed, live: whole !== null, leads };
}

/** How far the list stands below the top of the document. */
function useListTop(list: { readonly current: HTMLElement | null }, live: boolean): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setTop((list.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    if (live) measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [list, live]);
  return top;
}

const startAt = () => (typeof window === 'undefined' ? 0 : window.scrollY);
const windowRect = () =>
  typeof window === 'undefined' ? { width: 0, height: 0 } : { width: window.innerWidth, height: window.innerHeight };

function useVirtualRows(shape: ListShape, live: boolean, top: number): Virtualizer<Window, HTMLLIElement> {
  // Once: asking makes the browser lay the page out.
  const [initialRect] = useState(windowRect);
  const virtualizer = useWindowVirtualizer<HTMLLIElement>({
    count: shape.count,
    enabled: live,
    estimateSize: shape.height,
    overscan: OVERSCAN,
    scrollMargin: top,
    initialOffset: startAt,
    initialRect,
  });
  // Other heights or another list: what was computed from the old ones goes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` is what the sizes come from
  useLayoutEffect(() => {
    if (live) virtualizer.measure();
  }, [virtualizer, live, shape]);
  return virtualizer;
}

interface DrawnRows {
  readonly indexes: readonly number[];
  /** Room for the rows that are not drawn; printed pages have none, and no style. */
  readonly style: CSSProperties | undefined;
}

function drawnRows(
  shape: ListShape,
  virtualizer: Virtualizer<Window, HTMLLIElement>,
  live: boolean,
  top: number,
): DrawnRows {
  if (!live) return { indexes: Array.from({ length: shape.count }, (_, index) => index), style: undefined };
  const items = virtualizer.getVirtualItems();
  const before = (items[0]?.start ?? top) - top;
  const after = virtualizer.getTotalSize() + top - (items.at(-1)?.end ?? top);
  return { indexes: items.map((item) => item.index), style: { paddingTop: before, paddingBottom: after } };
}

/**
 * The articles of a list. Printed: the newest, in normal flow. Live: all of them, of which those near the window are
 * drawn, still in normal flow between two paddings, so that nothing moves at the takeover.
 */
export function Rows({ page }: { readonly page: ListData }) {
  const { messages } = useReader();
  const list = useRef<HTMLOListElement>(null);
  const { positions, row, failed, retry } = useListRows(page);
  const { shape, live, leads } = useShape(page, positions);
  const top = useListTop(list, live);
  const virtualizer = useVirtualRows(shape, live, top);
  const { indexes, style } = drawnRows(shape, virtualizer, live, top);
  const ahead = useRowsAhead(positions, indexes[0] ?? 0, indexes.at(-1) ?? -1);
  useRestoredScroll(live);

  const total = positions?.length ?? page.total;
  const firstYear = yearOfDay(shape.day(0));
  const rowAt = (index: number) => {
    const data = row(index);
    const lead = leads && index === 0;
    return data ? (
      <RowView row={data} lead={lead} />
    ) : (
      <MissingRow lead={lead} retry={ahead.failed ? ahead.retry : null} />
    );
  };
  if (total === 0) return <p className="note">{messages.emptyList}</p>;
  return (
    <>
      <ol className="rows" ref={list} style={style}>
        {indexes.map((index) => (
          <li key={index} aria-posinset={index + 1} aria-setsize={total}>
            {shape.opensDay(index) && <DayHeading day={shape.day(index)} firstYear={firstYear} />}
            {rowAt(index)}
          </li>
        ))}
      </ol>
      {failed && (
        <p className="note" role="alert">
          {messages.listIncomplete}{' '}
          <button type="button" onClick={retry}>
            {messages.retry}
          </button>
        </p>
      )}
    </>
  );
}
