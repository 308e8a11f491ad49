import { useEffect, useState } from 'react';
import { offlineWords } from '../i18n/offline-words.ts';
import type { ListEstimate } from '../offline/keep-list.ts';
import { FOREIGN_BYTES } from '../offline/keep-pictures.ts';
import { bytesOf } from '../offline/kept-store.ts';
import type { KeptList as List } from '../offline/offline-settings.ts';
import { KeptList } from './kept-list.tsx';
import type { OfflineReader } from './offline-reader.ts';
import { useReader } from './reader.tsx';
import { SheetDialog } from './sheet-dialog.tsx';
import { useSizeText } from './use-size-text.ts';
import { useWords } from './use-words.ts';

interface KeepListDialogProps {
  readonly list: List;
  readonly offline: OfflineReader;
  readonly onClose: () => void;
}

function useEstimate({ session }: OfflineReader, list: List): ListEstimate | 'failed' | null {
  const [estimate, setEstimate] = useState<ListEstimate | 'failed' | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once a list
  useEffect(() => {
    session.estimate(list).then(setEstimate, () => setEstimate('failed'));
  }, [session, list.path]);
  return estimate;
}

/** What keeping a list would take, before it is begun. */
function BeginList({ list, offline }: Omit<KeepListDialogProps, 'onClose'>) {
  const { dates } = useReader();
  const words = useWords(offlineWords);
  const sizeText = useSizeText();
  const estimate = useEstimate(offline, list);
  const [pictures, setPictures] = useState(false);
  const { limit } = offline.state;
  const known = estimate !== null && estimate !== 'failed' ? estimate : null;
  const pictureBytes = (known?.pictures ?? 0) * FOREIGN_BYTES;
  const bytes = (known?.bytes ?? 0) + (pictures ? pictureBytes : 0);
  return (
    <>
      <p role="status">
        {estimate === null && words.estimating}
        {estimate === 'failed' && words.estimateFailed}
        {known && words.estimate(dates.number(known.missing), sizeText(bytes))}
      </p>
      {bytes > bytesOf(limit) && <p>{words.overLimit(words.limits[limit])}</p>}
      {known !== null && known.pictures > 0 && (
        <p>
          <label>
            <input type="checkbox" checked={pictures} onChange={({ target }) => setPictures(target.checked)} />{' '}
            {words.withPictures(sizeText(pictureBytes))}
          </label>
        </p>
      )}
      <p className="actions">
        <button
          type="button"
          disabled={known === null}
          onClick={() => offline.session.keepList({ ...list, pictures, total: known?.total ?? list.total })}
        >
          {words.start}
        </button>
      </p>
    </>
  );
}

/** Keeping a list offline: what it takes, then how far it has come. It goes on when the sheet is closed. */
export function KeepListDialog({ list, offline, onClose }: KeepListDialogProps) {
  const words = useWords(offlineWords);
  const isKept = offline.state.lists.some(({ path }) => path === list.path);
  return (
    <SheetDialog name="keep-list-sheet" heading={words.keepListNamed(list.name)} onClose={onClose}>
      <p className="offline-remark">{words.keepListNote}</p>
      {isKept ? (
        <KeptList list={list} session={offline.session} named={false} />
      ) : (
        <BeginList list={list} offline={offline} />
      )}
    </SheetDialog>
  );
}
