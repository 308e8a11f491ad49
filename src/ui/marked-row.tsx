import { memo, type ReactNode } from 'react';
import { articlePath } from '../edition/addresses.ts';
import { marksWords } from '../i18n/marks-words.ts';
import type { Found } from '../library/find-marked.ts';
import type { MarkedEntry } from '../library/mark-list.ts';
import { useReader } from './reader.tsx';
import { SiteLink } from './site-link.tsx';
import { useWords } from './use-words.ts';

export interface MarkedRowProps {
  readonly entry: MarkedEntry;
  /** Below the heading of a day, or of the page. */
  readonly heading: 'h2' | 'h3';
  /** What the list says of each: when it was opened, whether it has been read. Empty for nothing. */
  readonly note: string;
  /** Null as long as nobody knows. */
  readonly found: Found | null;
  readonly onRemove: (entry: MarkedEntry) => void;
  readonly onPutBack: (entry: MarkedEntry) => void;
}

interface Names {
  readonly title: string;
  readonly source: string;
}

/** The row knows a corrected title; without one the mark has what was kept. */
function namesOf({ mark }: MarkedEntry, found: Found | null, untitled: string): Names {
  const row = found?.kind === 'there' ? found.row : null;
  if (row) return { title: row.title, source: row.source?.name ?? '' };
  return { title: mark.title || (found?.kind === 'gone' ? untitled : ''), source: mark.source };
}

/** One marked article. Always of the same height. */
export const MarkedRow = memo(function MarkedRow({
  entry,
  heading: Heading,
  note,
  found,
  onRemove,
  onPutBack,
}: MarkedRowProps) {
  const { messages, dates } = useReader();
  const words = useWords(marksWords);
  const { id, mark, isRemoved } = entry;
  const { title, source } = namesOf(entry, found, words.goneUntitled);
  const isGone = found?.kind === 'gone';
  const facts: readonly ReactNode[] = [
    isRemoved ? words.removed : isGone && mark.title !== '' ? words.gone : note,
    source,
    mark.date === null ? '' : dates.dayAndClock(mark.date),
  ];
  return (
    <div className={isRemoved ? 'marked removed-mark' : 'marked'}>
      <div className="row-text">
        <Heading id={`row-${id}`} className="marked-title">
          {isGone || isRemoved ? (
            <bdi>{title}</bdi>
          ) : (
            <SiteLink to={articlePath(id)}>
              <bdi>{title || messages.loading}</bdi>
            </SiteLink>
          )}
        </Heading>
        <p className="row-meta">
          {facts.map((fact, place) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: each fact has its place
            fact === '' ? null : <span key={place}>{fact}</span>,
          )}
        </p>
      </div>
      {isRemoved ? (
        <button type="button" aria-label={words.undoTitled(title)} onClick={() => onPutBack(entry)}>
          {words.undo}
        </button>
      ) : (
        <button type="button" aria-label={words.removeTitled(title)} onClick={() => onRemove(entry)}>
          {words.remove}
        </button>
      )}
    </div>
  );
});
