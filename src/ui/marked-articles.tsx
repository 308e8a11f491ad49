import { useCallback, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { MarkList } from '../edition/edition-data.ts';
import { yearOfDay } from '../i18n/format-date.ts';
import { marksWords } from '../i18n/marks-words.ts';
import { type MarkListName, withMarks, withoutMarks } from '../library/mark-changes.ts';
import { type MarkedEntry, markedEntries, markedShape } from '../library/mark-list.ts';
import type { Mark, MarkStore, Marks } from '../library/marks.ts';
import { ClearHistory } from './clear-history.tsx';
import { DayHeading, ListedArticle } from './listed-article.tsx';
import { MarkedRow } from './marked-row.tsx';
import { useReader } from './reader.tsx';
import { readersZone } from './readers-zone.ts';
import { useFound } from './use-found.ts';
import { useRowHeights } from './use-row-heights.ts';
import { drawnRows, useListTop, useVirtualRows } from './use-virtual-rows.ts';
import { useWords } from './use-words.ts';

const listNames = { saved: 'saved', history: 'read' } as const satisfies Record<MarkList, MarkListName>;

const NONE: ReadonlyMap<string, Mark> = new Map();

/** The entries of a list, with those that were taken out since it was opened, and what takes one out and puts it back. */
function useEntries(store: MarkStore, list: MarkList) {
  const marks = useSyncExternalStore(store.subscribe, store.get, store.get);
  const [removed, setRemoved] = useState(NONE);
  const name = listNames[list];
  const entries = useMemo(() => markedEntries(marks[name], removed), [marks, name, removed]);
  const remove = useCallback(
    ({ id, mark }: MarkedEntry) => {
      setRemoved((last) => new Map(last).set(id, mark));
      store.change(withoutMarks(name, new Set([id])));
    },
    [store, name],
  );
  const putBack = useCallback(
    ({ id, mark: { at, date, position, title, source } }: MarkedEntry) => {
      store.change(withMarks(name, [[id, at, date, position, title, source]]));
    },
    [store, name],
  );
  return { marks, entries, remove, putBack, forgetRemoved: () => setRemoved(NONE) };
}

/** What a list says of each of its articles: when it was opened, or that it hasn't been. */
function useNote(list: MarkList, { read }: Marks): (entry: MarkedEntry) => string {
  const { language } = useReader();
  const words = useWords(marksWords);
  const clock = useMemo(
    () => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    [language],
  );
  return ({ id, mark }) => {
    if (list === 'history') return words.readAt(clock.format(mark.at));
    return read.has(id) ? '' : words.unread;
  };
}

interface EntriesProps {
  readonly list: MarkList;
  readonly marks: Marks;
  readonly entries: readonly MarkedEntry[];
  readonly remove: (entry: MarkedEntry) => void;
  readonly putBack: (entry: MarkedEntry) => void;
}

/** The rows near the window, of any number: all are of the same height. */
function Entries({ list, marks, entries, remove, putBack }: EntriesProps) {
  const { messages } = useReader();
  const element = useRef<HTMLOListElement>(null);
  const heights = useRowHeights(true);
  const shape = useMemo(() => {
    const day = list === 'history' ? (heights?.day ?? 0) : null;
    return markedShape(entries, { mark: heights?.mark ?? 0, day }, readersZone());
  }, [entries, heights, list]);
  const top = useListTop(element, true);
  const virtualizer = useVirtualRows(shape, true, top);
  const { indexes, style } = drawnRows(shape, virtualizer, true, top);
  const note = useNote(list, marks);
  const found = useFound(indexes.flatMap((index) => entries[index] ?? []));
  const firstYear = yearOfDay(shape.day(0));
  const drawEntry = (entry: MarkedEntry, index: number) => (
    <li key={entry.id} role="none">
      <ListedArticle id={entry.id} place={index + 1} total={entries.length}>
        {shape.opensDay(index) && <DayHeading day={shape.day(index)} firstYear={firstYear} />}
        <MarkedRow
          heading={list === 'saved' ? 'h2' : 'h3'}
          entry={entry}
          note={note(entry)}
          found={found(entry.id)}
          onRemove={remove}
          onPutBack={putBack}
        />
      </ListedArticle>
    </li>
  );
  return (
    <div role="feed" aria-label={messages.markLists[list]}>
      <ol className="marked-rows" ref={element} style={style} role="none">
        {indexes.map((index) => {
          const entry = entries[index];
          return entry && drawEntry(entry, index);
        })}
      </ol>
    </div>
  );
}

function NothingMarked({ list }: { readonly list: MarkList }) {
  const words = useWords(marksWords);
  return (
    <div className="nothing-marked">
      <p>{list === 'saved' ? words.emptySaved : words.emptyHistory}</p>
      <p>{list === 'saved' ? words.emptySavedHint : words.emptyHistoryHint}</p>
    </div>
  );
}

function MarkedList({ store, list }: { readonly store: MarkStore; readonly list: MarkList }) {
  const { messages, dates } = useReader();
  const words = useWords(marksWords);
  const { forgetRemoved, ...state } = useEntries(store, list);
  const { entries, marks } = state;
  const count = marks[listNames[list]].size;
  return (
    <>
      <div className="marks-tools">
        <p role="status">{count > 0 && messages.articleCount(dates.number(count))}</p>
        {list === 'history' && <ClearHistory store={store} count={count} onClear={forgetRemoved} />}
      </div>
      {!store.isStored() && <p className="marks-warning">{words.notStored}</p>}
      {entries.length > 0 ? <Entries list={list} {...state} /> : <NothingMarked list={list} />}
    </>
  );
}

/** What the reader has saved or read, the last first. */
export function MarkedArticles({ list }: { readonly list: MarkList }) {
  const { marks } = useReader();
  return marks && <MarkedList store={marks} list={list} />;
}
