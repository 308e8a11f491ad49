import { type ChangeEvent, useState } from 'react';
import { transferWords } from '../i18n/transfer-words.ts';
import { type OwnRecords, readMarksFile } from '../library/marks-file.ts';
import type { OwnStores } from '../library/own-records.ts';
import { useReader } from './reader.tsx';
import { faultText } from './record-parts.ts';
import { TakeRecords } from './take-records.tsx';
import { useWords } from './use-words.ts';

export interface MarksImportProps {
  readonly stores: OwnStores;
  readonly onDone: () => void;
}

/** Reads a file, says what is wrong with it or what it holds, and asks before anything is merged. */
export function MarksImport({ stores, onDone }: MarksImportProps) {
  const { dates } = useReader();
  const words = useWords(transferWords);
  const [records, setRecords] = useState<OwnRecords | null>(null);
  const [fault, setFault] = useState('');
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    setFault('');
    setRecords(null);
    if (!file) return;
    try {
      const found = readMarksFile(await file.text());
      if (found.kind === 'records') setRecords(found.records);
      else setFault(faultText(found.fault, words, dates.number));
    } catch {
      setFault(words.faults.unreadable);
    }
    // The same file, mended, is another wish.
    target.value = '';
  };
  return (
    <section>
      <h3>{words.importHead}</h3>
      <p>{words.importNote}</p>
      <label className="choose-file">
        <input type="file" accept=".json,application/json" onChange={read} />
        <span>{words.chooseFile}</span>
      </label>
      <p role="alert" className="fault">
        {fault}
      </p>
      {records && <TakeRecords stores={stores} records={records} question={words.askFile} onDone={onDone} />}
    </section>
  );
}
