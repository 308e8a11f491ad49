import type { Virtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { dayNumber, UNKNOWN_DAY } from '../edition/day-number.ts';
import type { Row } from '../edition/row.ts';
import { yearOfDay } from '../i18n/format-date.ts';
import { firstIndexOfDay, type ListShape, listShape } from '../library/list-shape.ts';
import { site } from '../site.ts';
import { DayHeading, ListedArticle } from './listed-article.tsx';
import type { ListData } from './loaded-page.ts';
import { useEdition, useReader } from './reader.tsx';
import { RowCopies } from './row-copies.tsx';
import { MissingRow, type RowMarks, RowView } from './row-view.tsx';
import { type FoldedRows, useFoldedRows } from './use-folded-rows.ts';
import { useListRows, useRowsAhead } from './use-list-rows.ts';
import { useRestoredScroll } from './use-restored-scroll.ts';
import { useRowHeights } from './use-row-heights.ts';
import { useSetting } from './use-setting.ts';
import { drawnRows, measureTop, useListTop, useVirtualRows } from './use-virtual-rows.ts';

/** The shape a printed page has: its own rows, in normal flow, heights unknown. */
function printedShape(rows: readonly Row[]): ListShape {
  const days = rows.map((row) => dayNumber(row.date, site.timeZone));
  return {
    count: rows.length,
    day: (index) => days[index] ?? UNKNOWN_DAY,
    opensDay: (index) => index === 0 || days[index] !== days[index - 1],
    height: () => 0,
  };
}

function useShape({ page, order }: RowsProps, { positions, printed, shownBelow }: FoldedRows) {
  const edition = useEdition();
  const heights = useRowHeights(edition !== null);
  const compact = useSetting('rows') === 'compact';
  // A lead without a picture would be a large hole.
  const leads = page.filter.kind === 'all' && order === 'printed' && !compact && Boolean(page.rows[0]?.cover);
  const byDay = order !== 'best';
  const whole = useMemo(
    () =>
      edition && positions && heights
        ? listShape(positions, edition.days, heights, { leads, byDay, shownBelow })
        : null,
    [edition, positions, heights, leads, byDay, shownBelow],
  );
  const first = useMemo(() => printedShape(printed), [printed]);
  return { shape: whole ?? first, live: whole !== null, leads };
}

/** Goes to the first article of a day, or the nearest after it in the list's order. */
function useJump(
  { jump, order }: RowsProps,
  list: { readonly current: HTMLElement | null },
  shape: ListShape,
  virtualizer: Virtualizer<Window, HTMLLIElement>,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another wish is a reason to go anywhere
  useLayoutEffect(() => {
    if (jump === null || order === 'best' || shape.count === 0 || list.current === null) return;
    const index = firstIndexOfDay(shape, jump.day, order === 'old');
    const start = virtualizer.measurementsCache[index]?.start ?? 0;
    // What stands above the list, the filters in use, may have come since it was measured.
    window.scrollTo(0, start - virtualizer.options.scrollMargin + measureTop(list.current));
  }, [jump]);
}

export interface RowsProps {
  readonly page: ListData;
  /** Of all articles of the list, in its order; null until they are known. */
  readonly positions: Int32Array | null;
  /** `printed`: as the list's page has it, newest first. */
  readonly order: 'printed' | 'new' | 'old' | 'best';
  /** How rows show what is searched for; null where nothing is. */
  readonly marks: RowMarks | null;
  /** A day the reader wants to be at; another object is another wish. */
  readonly jump: { readonly day: number } | null;
}

/**
 * The articles of a list. Printed: the newest, in normal flow. Live: all of them, of which those near the window are
 * drawn, still in normal flow between two paddings, so that nothing moves at the takeover.
 */
export function Rows(props: RowsProps) {
  const { messages } = useReader();
  const list = useRef<HTMLOListElement>(null);
  const { page, order, marks } = props;
  const folded = useFoldedRows(page, props.positions);
  const { positions } = folded;
  const { row, failed, retry } = useListRows(page, positions, order === 'printed' ? folded.printed : []);
  const { shape, live, leads } = useShape(props, folded);
  const top = useListTop(list, live);
  const virtualizer = useVirtualRows(shape, live, top);
  const { indexes, style } = drawnRows(shape, virtualizer, live, top);
  const isBackward = virtualizer.scrollDirection === 'backward';
  const ahead = useRowsAhead(positions, { first: indexes[0] ?? 0, last: indexes.at(-1) ?? -1, isBackward });
  useRestoredScroll(live);
  useJump(props, list, shape, virtualizer);

  const total = positions?.length ?? page.total;
  const firstYear = yearOfDay(shape.day(0));
  const drawRow = (data: Row | null, lead: boolean) =>
    data ? (
      <RowView row={data} lead={lead} marks={marks} time={order === 'best' ? 'day-and-clock' : 'clock'} />
    ) : (
      <MissingRow lead={lead} failed={ahead.failed} />
    );
  const drawItem = (index: number) => {
    const data = row(index);
    const copies = folded.copiesAt(index);
    return (
      // The same article keeps its place and its picture when others come before it.
      <li key={data?.id ?? `at-${positions?.[index] ?? index}`} role={live ? 'none' : undefined}>
        <ListedArticle id={data?.id ?? null} place={index + 1} total={total}>
          {shape.opensDay(index) && <DayHeading day={shape.day(index)} firstYear={firstYear} />}
          {drawRow(data, leads && index === 0)}
          {copies && <RowCopies {...copies} onToggle={(isOpen) => folded.toggle(index, isOpen)} />}
        </ListedArticle>
      </li>
    );
  };
  const isMissing = ahead.failed && indexes.some((index) => row(index) === null);
  if (total === 0) return <p className="note">{messages.emptyList}</p>;
  return (
    <>
      {/* Rows are headed by their day, where one is drawn. */}
      {!shape.opensDay(indexes[0] ?? 0) && <h2 className="hidden">{messages.articles}</h2>}
      <div {...(live && { role: 'feed', 'aria-label': messages.articles })}>
        <ol className="rows" ref={list} style={style} role={live ? 'none' : undefined}>
          {indexes.map(drawItem)}
        </ol>
      </div>
      {(failed || isMissing) && (
        <p className="note" role="alert">
          {messages.listIncomplete}{' '}
          <button type="button" onClick={failed ? retry : ahead.retry}>
            {messages.retry}
          </button>
        </p>
      )}
    </>
  );
}
