import { useEffect, useState } from 'react';
import { transferWords } from '../i18n/transfer-words.ts';
import { type Unpacked, unpackRecords } from '../library/hand-off.ts';
import type { OwnRecords } from '../library/marks-file.ts';
import type { OwnStores } from '../library/own-records.ts';
import { SheetDialog } from './sheet-dialog.tsx';
import { TakeRecords } from './take-records.tsx';
import { useWords } from './use-words.ts';

export interface TakeHandOffProps {
  readonly stores: OwnStores;
  /** The fragment of the address. */
  readonly fragment: string;
  readonly onDone: () => void;
}

const nothingElse: Pick<OwnRecords, 'read' | 'caughtUp' | 'searches'> = { read: [], caughtUp: [], searches: [] };

/** What another device hands over by an address: it is asked for before anything is merged, because anybody may write one. */
export function TakeHandOff({ stores, fragment, onDone }: TakeHandOffProps) {
  const words = useWords(transferWords);
  const [unpacked, setUnpacked] = useState<Unpacked | null>(null);
  useEffect(() => {
    let left = false;
    void unpackRecords(fragment).then((found) => {
      if (!left) setUnpacked(found);
    });
    return () => {
      left = true;
    };
  }, [fragment]);
  if (!unpacked) return null;
  return (
    <SheetDialog name="hand-off" heading={words.handOffHead} onClose={onDone}>
      {unpacked.kind === 'records' ? (
        <TakeRecords
          stores={stores}
          records={{ ...nothingElse, ...unpacked.records }}
          question={words.askLink}
          onDone={onDone}
        />
      ) : (
        <p role="alert" className="fault">
          {unpacked.kind === 'newer' ? words.faults.newer : words.faults.brokenLink}
        </p>
      )}
    </SheetDialog>
  );
}
