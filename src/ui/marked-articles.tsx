import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { MarkList } from '../edition/edition-data.ts';
import { yearOfDay } from '../i18n/format-date.ts';
import { marksWords } from '../i18n/marks-words.ts';
import { lastAction } from '../library/last-action.ts';
import { withNames } from '../library/mark-changes.ts';
import { type MarkedEntry, markedShape } from '../library/mark-list.ts';
import type { MarkStore } from '../library/marks.ts';
import { places } from '../library/places.ts';
import { ClearHistory } from './clear-history.tsx';
import { DayHeading, ListedArticle } from './listed-article.tsx';
import { MarkedRow } from './marked-row.tsx';
import { useApp, useReader } from './reader.tsx';
import { readersZone } from './readers-zone.ts';
import { StartedShelf } from './started-shelf.tsx';
import { IncomingHandOff, TransferButton } from './transfer-button.tsx';
import { UndoLine } from './undo-line.tsx';
import { useFound } from './use-found.ts';
import { useMarkNotes } from './use-mark-notes.ts';
import { type MarkedEntries, useMarkedEntries } from './use-marked-entries.ts';
import { useNames } from './use-names.ts';
import { useRowHeights } from './use-row-heights.ts';
import { drawnRows, useListTop, useVirtualRows } from './use-virtual-rows.ts';
import { useWords } from './use-words.ts';

/** Articles left in the middle that the history shows above its list. */
const MOST_STARTED = 4;

interface ListProps {
  readonly store: MarkStore;
  readonly list: MarkList;
}

type EntriesProps = ListProps & MarkedEntries;

/** The rows near the window, of any number: all are of the same height. */
function Entries({ store, list, marks, entries, remove, putBack }: EntriesProps) {
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
  const notes = useMarkNotes(list, marks);
  const shown = indexes.flatMap((index) => entries[index] ?? []).map(({ id, mark }) => ({ id, title: mark.title }));
  const found = useFound(shown);
  useNames(shown, found, (names) => store.change(withNames(names)));
  const firstYear = yearOfDay(shape.day(0));
  const drawEntry = (entry: MarkedEntry, index: number) => (
    <li key={entry.id} role="none">
      <ListedArticle id={entry.id} place={index + 1} total={entries.length}>
        {shape.opensDay(index) && <DayHeading day={shape.day(index)} firstYear={firstYear} />}
        <MarkedRow
          entry={entry}
          list={list}
          notes={notes(entry.id, entry.mark)}
          found={found(entry.id)}
          onRemove={() => remove(entry)}
          onPutBack={() => putBack(entry)}
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

/** What was left in the middle, above the history of it. */
function Started() {
  const { messages } = useReader();
  const [isThere] = useState(() => places.get().length > 0);
  if (!isThere) return null;
  return (
    <section className="started-articles" aria-labelledby="started-head">
      <h2 id="started-head" className="nav-title">
        {messages.continueReading}
      </h2>
      <StartedShelf most={MOST_STARTED} />
    </section>
  );
}

function MarkedList({ store, list }: ListProps) {
  const { messages, dates } = useReader();
  const words = useWords(marksWords);
  const state = useMarkedEntries(store, list);
  const { settings } = useApp();
  const stores = useMemo(() => settings && { marks: store, settings }, [store, settings]);
  const action = useSyncExternalStore(lastAction.subscribe, lastAction.get, lastAction.get);
  const arePlacesStored = useSyncExternalStore(places.subscribe, places.isStored, places.isStored);
  const { entries, marks } = state;
  const count = (list === 'saved' ? marks.saved : marks.read).size;
  return (
    <>
      <div className="marks-tools">
        <p role="status">{count > 0 && messages.articleCount(dates.number(count))}</p>
        <UndoLine kinds={['cleared', 'merged']} />
        {stores && <TransferButton stores={stores} />}
        {list === 'history' && count > 0 && <ClearHistory store={store} />}
      </div>
      {!(store.isStored() && arePlacesStored) && <p className="marks-warning">{words.notStored}</p>}
      {list === 'saved' && stores && <IncomingHandOff stores={stores} />}
      {list === 'history' && <Started key={action === null ? 'whole' : action.kind} />}
      {entries.length > 0 ? <Entries store={store} list={list} {...state} /> : <NothingMarked list={list} />}
    </>
  );
}

/** What the reader has saved or read, the last first. */
export function MarkedArticles({ list }: { readonly list: MarkList }) {
  const { marks } = useReader();
  return marks && <MarkedList store={marks} list={list} />;
}
