import { useSyncExternalStore } from 'react';
import type { Row } from '../edition/row.ts';
import { useReader } from './reader.tsx';

const never = () => () => {};

/** Keeps an article for later. Printed pages have room for it and no more: without script it could do nothing. */
export function SaveButton({ row, position }: { readonly row: Row; readonly position: number }) {
  const { marks, messages } = useReader();
  const isSaved = useSyncExternalStore(
    marks?.subscribe ?? never,
    () => marks?.get().saved.has(row.id) ?? null,
    () => null,
  );
  return (
    <button
      type="button"
      className="save"
      disabled={isSaved === null}
      aria-pressed={isSaved ?? undefined}
      onClick={() => marks?.setSaved(row, position, isSaved !== true)}
    >
      {isSaved ? messages.saved : messages.save}
    </button>
  );
}
