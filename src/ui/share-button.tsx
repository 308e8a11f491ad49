import { type ComponentType, type MouseEvent, useState } from 'react';
import type { Row } from '../edition/row.ts';
import { within } from '../library/time-limit.ts';
import { useReader } from './reader.tsx';

/** What is shared. */
export interface Shared {
  /** The page's own path, with the base. */
  readonly path: string;
  readonly title: string;
  /** The article, where it is one. */
  readonly row?: Row;
}

type Sheet = ComponentType<Shared & { readonly onClose: () => void }>;

/** What is selected stays so: it may be what is to be shared. Not every browser moves the focus to what is pressed. */
function keepSelection(event: MouseEvent<HTMLElement>): void {
  event.preventDefault();
  event.currentTarget.focus();
}

/** Opens the ways to share a page, which are fetched with the click. */
export function ShareButton(shared: Shared) {
  const { messages } = useReader();
  const [sheet, setSheet] = useState<{ readonly Sheet: Sheet } | 'failed' | null>(null);
  const open = () =>
    within(import('./share-sheet.tsx'), 'ways to share').then(
      ({ ShareSheet }) => setSheet({ Sheet: ShareSheet }),
      () => setSheet('failed'),
    );
  return (
    <>
      <button type="button" className="share" onMouseDown={keepSelection} onClick={open}>
        {messages.share}
      </button>
      {sheet === 'failed' && <small role="status">{messages.pageFailedNote}</small>}
      {sheet !== null && sheet !== 'failed' && <sheet.Sheet {...shared} onClose={() => setSheet(null)} />}
    </>
  );
}
