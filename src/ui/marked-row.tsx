import { articlePath } from '../edition/addresses.ts';
import type { MarkList } from '../edition/edition-data.ts';
import { marksWords } from '../i18n/marks-words.ts';
import type { Found } from '../library/find-marked.ts';
import type { MarkedEntry } from '../library/mark-list.ts';
import { ArticleTime } from './article-time.tsx';
import { useReader } from './reader.tsx';
import { SiteLink } from './site-link.tsx';
import { useWords } from './use-words.ts';

export interface MarkedRowProps {
  readonly entry: MarkedEntry;
  readonly list: MarkList;
  /** What the list says of each: when it was opened, whether and how far it has been read. */
  readonly notes: readonly string[];
  /** Null as long as nobody knows. */
  readonly found: Found | null;
  readonly onRemove: () => void;
  readonly onPutBack: () => void;
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

function Title({ id, title, isLink }: { readonly id: string; readonly title: string; readonly isLink: boolean }) {
  const { messages } = useReader();
  if (!isLink) return <bdi>{title}</bdi>;
  return (
    <SiteLink to={articlePath(id)}>
      <bdi>{title || messages.loading}</bdi>
    </SiteLink>
  );
}

/** One marked article. Always of the same height. */
export function MarkedRow({ entry, list, notes, found, onRemove, onPutBack }: MarkedRowProps) {
  const words = useWords(marksWords);
  // In the history days have headings.
  const Heading = list === 'saved' ? 'h2' : 'h3';
  const { id, mark, isRemoved } = entry;
  const { title, source } = namesOf(entry, found, words.goneUntitled);
  const isGone = found?.kind === 'gone';
  const state = isRemoved ? [words.removed] : isGone && mark.title !== '' ? [words.gone] : notes;
  return (
    <div className={isRemoved ? 'marked removed-mark' : 'marked'}>
      <div className="row-text">
        <Heading id={`row-${id}`} className="marked-title">
          <Title id={id} title={title} isLink={!isGone && !isRemoved} />
        </Heading>
        <p className="row-meta">
          {[...state, source].filter(Boolean).map((fact, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: each fact has its place
            <span key={place}>{fact}</span>
          ))}
          {list === 'saved' && <ArticleTime date={mark.date} form="day-and-clock" />}
        </p>
      </div>
      {isRemoved ? (
        <button type="button" aria-label={words.undoTitled(title)} onClick={onPutBack}>
          {words.undo}
        </button>
      ) : (
        <button type="button" aria-label={words.removeTitled(title)} onClick={onRemove}>
          {words.remove}
        </button>
      )}
    </div>
  );
}
