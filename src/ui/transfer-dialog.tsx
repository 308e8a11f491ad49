import { transferWords } from '../i18n/transfer-words.ts';
import type { OwnStores } from '../library/own-records.ts';
import { HandOffCode } from './hand-off-code.tsx';
import { MarksExport } from './marks-export.tsx';
import { MarksImport } from './marks-import.tsx';
import { SheetDialog } from './sheet-dialog.tsx';
import { useWords } from './use-words.ts';

export interface TransferDialogProps {
  readonly stores: OwnStores;
  readonly onClose: () => void;
}

/** The ways to take along what this browser keeps: as a file, from a file, to another device. */
export function TransferDialog({ stores, onClose }: TransferDialogProps) {
  const words = useWords(transferWords);
  return (
    <SheetDialog name="transfer" heading={words.open} onClose={onClose}>
      <MarksExport stores={stores} />
      <MarksImport stores={stores} onDone={onClose} />
      <section>
        <h3>{words.handOffHead}</h3>
        <HandOffCode stores={stores} />
      </section>
    </SheetDialog>
  );
}
