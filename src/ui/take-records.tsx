import { useState } from 'react';
import { transferWords } from '../i18n/transfer-words.ts';
import { lastAction } from '../library/last-action.ts';
import type { OwnRecords } from '../library/marks-file.ts';
import { gatherRecords, newRecords, type OwnStores, takeRecords } from '../library/own-records.ts';
import { useReader } from './reader.tsx';
import { recordParts } from './record-parts.ts';
import { useWords } from './use-words.ts';

export interface TakeRecordsProps {
  readonly stores: OwnStores;
  readonly records: OwnRecords;
  /** What the reader is asked. */
  readonly question: string;
  /** Taken or left. */
  readonly onDone: () => void;
}

/** Asks whether records from elsewhere are to be merged with this browser's, and says what they are. */
export function TakeRecords({ stores, records, question, onDone }: TakeRecordsProps) {
  const { dates } = useReader();
  const words = useWords(transferWords);
  const hasSettings = Object.keys(records.settings).length > 0;
  const [withSettings, setWithSettings] = useState(hasSettings);
  const [fresh] = useState(() => newRecords(gatherRecords(stores, false), records));
  const held = recordParts(records, words, dates.number);
  const parts = hasSettings ? [...held, words.counts.settings] : held;
  const news = recordParts(fresh, words, dates.number);
  const take = () => {
    const undo = takeRecords(stores, records, withSettings);
    const count = new Set([...fresh.saved, ...fresh.read].map(([id]) => id)).size;
    lastAction.set({ kind: 'merged', count, undo });
    onDone();
  };
  return (
    <div className="take-records">
      <p>
        <b>{question}</b>
      </p>
      {parts.length > 0 && <p>{words.holds(dates.all(parts))}</p>}
      <p>{news.length > 0 ? words.fresh(dates.all(news)) : words.nothingFresh}</p>
      {hasSettings && (
        <label className="choice">
          <input type="checkbox" checked={withSettings} onChange={({ target }) => setWithSettings(target.checked)} />
          {words.takeSettings}
        </label>
      )}
      <p className="actions">
        <button type="button" onClick={take}>
          {words.take}
        </button>
        <button type="button" onClick={onDone}>
          {words.leave}
        </button>
      </p>
    </div>
  );
}
