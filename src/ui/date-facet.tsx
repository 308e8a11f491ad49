import { useEffect, useRef } from 'react';
import { UNKNOWN_DAY } from '../edition/day-number.ts';
import { dayOfText, textOfDay } from '../edition/day-text.ts';
import type { Language } from '../edition/interface-language.ts';
import { type ListQuery, tidyQuery } from '../edition/list-query.ts';
import { dateRange } from '../i18n/date-range.ts';
import { facetWords } from '../i18n/facet-words.ts';
import type { ListView } from '../library/list-view.ts';
import { DateHistogram } from './date-histogram.tsx';
import { FacetLink } from './facet-entry.tsx';
import { useReader } from './reader.tsx';
import { useFilter } from './use-filter.ts';

interface Preset {
  readonly name: string;
  readonly from: number | null;
  readonly to: number | null;
}

function presets(today: number, language: Language): readonly Preset[] {
  const words = facetWords[language];
  return [
    { name: words.anyDay, from: null, to: null },
    { name: words.today, from: today, to: today },
    { name: words.lastDays(7), from: today - 6, to: null },
    { name: words.lastDays(30), from: today - 29, to: null },
    { name: words.thisYear, from: dateRange(language).firstOfYear(today), to: null },
  ];
}

function countDays({ facets }: ListView, { from, to }: Preset): number {
  const isInside = (day: number) => (from === null || day >= from) && (to === null || day <= to);
  return facets.days.reduce((sum, { day, count }) => sum + (isInside(day) ? count : 0), 0);
}

interface DayFieldProps {
  readonly label: string;
  readonly day: number | null;
  readonly onDay: (day: number | null, replace: boolean) => void;
}

/** A calendar field. A date that is typed passes through others: those take each other's place in the history. */
function DayField({ label, day, onDay }: DayFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const changes = useRef(0);
  const text = day === null ? '' : textOfDay(day);
  useEffect(() => {
    // What is being typed is nobody else's.
    if (field.current && document.activeElement !== field.current) field.current.value = text;
  }, [text]);
  return (
    <label className="day-field">
      <span>{label}</span>
      <input
        ref={field}
        type="date"
        min="1970-01-01"
        max="9999-12-31"
        defaultValue={text}
        onFocus={() => {
          changes.current = 0;
        }}
        onChange={({ target }) => {
          const next = dayOfText(target.value);
          if (next === null && (target.value !== '' || target.validity.badInput)) return;
          onDay(next, changes.current++ > 0);
        }}
        onBlur={({ target }) => {
          target.value = text;
        }}
      />
    </label>
  );
}

/** Days: often used ranges, months to click on, and two fields for exact ones. */
export function DateFacet({ view }: { readonly view: ListView }) {
  const { language } = useReader();
  const words = facetWords[language];
  const { query, facets, today } = view;
  const filter = useFilter();
  const isFiltered = query.from !== null || query.to !== null;
  const choose = (days: Pick<ListQuery, 'from' | 'to'>, replace = false) =>
    filter(tidyQuery({ ...query, ...days }), replace);
  if (facets.days.every(({ day }) => day === UNKNOWN_DAY)) return null;
  return (
    <section aria-label={words.days}>
      <p className="nav-title">{words.days}</p>
      <ul>
        {presets(today, language).map((preset) => (
          <li key={preset.name}>
            <FacetLink
              name={preset.name}
              count={countDays(view, preset)}
              query={tidyQuery({ ...query, from: preset.from, to: preset.to })}
              current={isFiltered && query.from === preset.from && query.to === preset.to ? 'true' : undefined}
            />
          </li>
        ))}
      </ul>
      <DateHistogram view={view} choose={choose} />
      <div className="day-fields">
        <DayField
          label={words.firstDay}
          day={query.from}
          onDay={(from, replace) => choose({ from, to: query.to }, replace)}
        />
        <DayField
          label={words.lastDay}
          day={query.to}
          onDay={(to, replace) => choose({ from: query.from, to }, replace)}
        />
      </div>
    </section>
  );
}
