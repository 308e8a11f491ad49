import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { ListQuery } from '../edition/list-query.ts';
import { type DateRange, dateRange } from '../i18n/date-range.ts';
import { facetWords } from '../i18n/facet-words.ts';
import { type Bar, histogram } from '../library/histogram.ts';
import type { ListView } from '../library/list-view.ts';
import { useReader } from './reader.tsx';

/** Whether a bar's days are among those that are chosen; without a choice none is. */
function isChosen({ from, to }: Bar, query: ListQuery): boolean {
  if (query.from === null && query.to === null) return false;
  return (query.from === null || to >= query.from) && (query.to === null || from <= query.to);
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowLeft', -1],
  ['ArrowRight', 1],
  ['PageUp', -12],
  ['PageDown', 12],
  ['Home', Number.NEGATIVE_INFINITY],
  ['End', Number.POSITIVE_INFINITY],
]);

export interface DateHistogramProps {
  readonly view: ListView;
  readonly choose: (days: Pick<ListQuery, 'from' | 'to'>) => void;
}

/**
 * How many articles each month has (each year, where there are many). One stop for the keyboard: arrows go from bar to bar,
 * Enter chooses one, with Shift all from the last choice to here; a pointer drags.
 */
export function DateHistogram({ view, choose }: DateHistogramProps) {
  const { dates, language } = useReader();
  const words = facetWords[language];
  const { between } = dateRange(language);
  const { query, facets } = view;
  const { bars } = histogram(facets.days, query);
  const strip = useRef<HTMLFieldSetElement>(null);
  const anchor = useRef<number | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const chosen = bars.findIndex((bar) => isChosen(bar, query));
  const stop = Math.min(at ?? (chosen < 0 ? bars.length - 1 : chosen), bars.length - 1);
  const shown = bars[at ?? -1];

  // The newest months are at the end.
  useEffect(() => {
    if (strip.current) strip.current.scrollLeft = strip.current.scrollWidth;
  }, []);

  const chooseBars = (one: number, other: number) => {
    const [first, last] = [bars[Math.min(one, other)], bars[Math.max(one, other)]];
    if (!first || !last) return;
    const isSame = query.from === first.from && query.to === last.to;
    choose(isSame ? { from: null, to: null } : { from: first.from, to: last.to });
  };
  const pick = (index: number, extend: boolean) => {
    const start = extend ? (anchor.current ?? (chosen < 0 ? index : chosen)) : index;
    anchor.current = start;
    chooseBars(start, index);
  };
  const move = (event: KeyboardEvent) => {
    const step = STEPS.get(event.key);
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(bars.length - 1, stop + step));
    setAt(next);
    strip.current?.querySelectorAll('button')[next]?.focus();
  };
  const drop = (event: PointerEvent) => {
    const start = anchor.current;
    const end = document.elementFromPoint(event.clientX, event.clientY)?.closest('.bars > button');
    const index = end ? [...(strip.current?.querySelectorAll('button') ?? [])].indexOf(end as HTMLButtonElement) : -1;
    if (start !== null && index >= 0 && index !== start) chooseBars(start, index);
  };

  return (
    <div className="histogram">
      <fieldset
        ref={strip}
        className="bars"
        aria-label={`${words.histogram}（${words.histogramHint}）`}
        onKeyDown={move}
        onPointerUp={(event) => event.pointerType === 'mouse' && drop(event)}
        onPointerLeave={() => setAt(null)}
      >
        {bars.map((bar, index) => (
          <button
            key={bar.from}
            type="button"
            tabIndex={index === stop ? 0 : -1}
            aria-pressed={isChosen(bar, query)}
            aria-label={words.bar(between(bar.from, bar.to), dates.number(bar.count))}
            onFocus={() => setAt(index)}
            onPointerEnter={() => setAt(index)}
            onPointerDown={(event) => {
              if (!event.shiftKey) anchor.current = index;
            }}
            onClick={(event) => pick(index, event.shiftKey)}
          >
            <span style={{ height: `${bar.count === 0 ? 0 : Math.max(4, (bar.count / most) * 100)}%` }} />
          </button>
        ))}
      </fieldset>
      <p className="bar-label" aria-hidden="true">
        {shown ? words.bar(between(shown.from, shown.to), dates.number(shown.count)) : barEnds(bars, between)}
      </p>
    </div>
  );
}

function barEnds(bars: readonly Bar[], between: DateRange['between']): string {
  const [first, last] = [bars[0], bars.at(-1)];
  return first && last ? between(first.from, last.to) : '';
}
