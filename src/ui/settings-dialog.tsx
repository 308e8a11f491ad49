import { type MouseEvent, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { PictureSetting } from './picture-setting.tsx';
import { useReader } from './reader.tsx';

/** The reader's settings, over the page they are for. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { messages } = useReader();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const closeOutside = (event: MouseEvent) => {
    if (event.target === dialog.current) dialog.current?.close();
  };
  // In a paragraph, where the link may stand, no dialog may.
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc and the close button do it for keys
    <dialog ref={dialog} className="sheet" aria-labelledby="settings-head" onClose={onClose} onClick={closeOutside}>
      <div className="sheet-content">
        <p className="sheet-head">
          <b id="settings-head">{messages.settings}</b>
          <button type="button" onClick={() => dialog.current?.close()}>
            {messages.close}
          </button>
        </p>
        <PictureSetting />
      </div>
    </dialog>,
    document.getElementById('root') ?? document.body,
  );
}
