import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useReader } from './reader.tsx';

interface SheetDialogProps {
  /** Its class, and the beginning of its heading's id. */
  readonly name: string;
  readonly heading: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet over the page, open as long as it is drawn: Esc, its button or a click beside it close it, and the focus returns. */
export function SheetDialog({ name, heading, onClose, children }: SheetDialogProps) {
  const { messages } = useReader();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const closeOutside = (event: MouseEvent) => {
    if (event.target === dialog.current) dialog.current?.close();
  };
  // In a paragraph, where its opener may stand, no dialog may.
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc and the close button do it for keys
    <dialog
      ref={dialog}
      className={`sheet ${name}`}
      aria-labelledby={`${name}-head`}
      onClose={(event) => {
        // A sheet that was opened from another is one of its parts to React, and the other stays open.
        event.stopPropagation();
        onClose();
      }}
      onClick={closeOutside}
    >
      <div className="sheet-content">
        <p className="sheet-head">
          <b id={`${name}-head`}>{heading}</b>
          <button type="button" onClick={() => dialog.current?.close()}>
            {messages.close}
          </button>
        </p>
        {children}
      </div>
    </dialog>,
    document.getElementById('root') ?? document.body,
  );
}
