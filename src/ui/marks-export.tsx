import { useState } from 'react';
import { transferWords } from '../i18n/transfer-words.ts';
import { writeMarksFile } from '../library/marks-file.ts';
import { gatherRecords, type OwnStores } from '../library/own-records.ts';
import { useWords } from './use-words.ts';

/** Hands a text to the browser as a file to keep. */
function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: browsers fetch it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Saves what this browser keeps of its reader to a file. */
export function MarksExport({ stores }: { readonly stores: OwnStores }) {
  const words = useWords(transferWords);
  const [withSearches, setWithSearches] = useState(false);
  const save = () => {
    const day = new Date().toISOString().slice(0, 10);
    download(`broadsheet-marks-${day}.json`, writeMarksFile(gatherRecords(stores, withSearches)));
  };
  return (
    <section>
      <h3>{words.exportHead}</h3>
      <p>{words.exportNote}</p>
      <label className="choice">
        <input type="checkbox" checked={withSearches} onChange={({ target }) => setWithSearches(target.checked)} />
        {words.withSearches}
      </label>
      <p className="actions">
        <button type="button" onClick={save}>
          {words.exportFile}
        </button>
      </p>
    </section>
  );
}
