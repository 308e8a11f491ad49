import { type MouseEvent, useEffect, useRef, useState } from 'react';
import type { ListData } from './loaded-page.ts';
import { useReader } from './reader.tsx';
import { SectionList } from './section-list.tsx';

/**
 * On a phone: the link that opens the sections. Without script it jumps to them in the page; with it they come as a sheet.
 */
export function SectionSheet({ page }: { readonly page: ListData }) {
  const { messages } = useReader();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  // Another list is what the reader opened the sheet for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `page` says that it has come
  useEffect(() => {
    if (dialog.current?.open) dialog.current.close();
  }, [page]);
  const show = (event: MouseEvent) => {
    event.preventDefault();
    setOpen(true);
    dialog.current?.showModal();
  };
  const closeOutside = (event: MouseEvent) => {
    if (event.target === dialog.current) dialog.current.close();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it is one, until script makes it more */}
      <a className="open-sections" href="#sections" aria-haspopup="dialog" onClick={show}>
        {messages.categories}
      </a>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Esc and the close button do it for keys */}
      <dialog
        ref={dialog}
        className="sheet"
        aria-label={messages.categories}
        onClose={() => setOpen(false)}
        onClick={closeOutside}
      >
        {open && (
          <div className="sheet-content">
            <p className="sheet-head">
              <b aria-hidden="true">{messages.categories}</b>
              <button type="button" onClick={() => dialog.current?.close()}>
                {messages.close}
              </button>
            </p>
            <SectionList page={page} />
          </div>
        )}
      </dialog>
    </>
  );
}
