import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { facetModule } from './facet-loader.ts';
import type { ListData } from './loaded-page.ts';
import { useEdition, useReader } from './reader.tsx';
import { SectionList } from './section-list.tsx';
import type { Filtering } from './use-list-state.ts';

export interface SectionSheetProps {
  readonly page: ListData;
  readonly filtering: Filtering | null;
  /** Articles in the list. */
  readonly total: number;
  readonly onJump: (day: number) => void;
}

/**
 * On a phone: the link that opens the sections and filters. Without script it jumps to the sections in the page; with it they
 * come as a sheet, which a link in it closes and a filter leaves open.
 */
export function SectionSheet({ page, filtering, total, onJump }: SectionSheetProps) {
  const { language, messages, dates } = useReader();
  // Without script the link leads to categories.
  const edition = useEdition();
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  const isLeaving = useRef(false);
  // Another list is what the reader opened the sheet for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `page` says that it has come
  useEffect(() => {
    if (isLeaving.current) dialog.current?.close();
    isLeaving.current = false;
  }, [page]);
  const close = () => dialog.current?.close();
  const show = (event: MouseEvent) => {
    event.preventDefault();
    setOpen(true);
    dialog.current?.showModal();
    // Without the filters the sections are there all the same.
    facetModule.load().catch(() => {});
  };
  const watchClicks = ({ target }: MouseEvent) => {
    if (target === dialog.current) close();
    else if (target instanceof Element && target.closest('a')) isLeaving.current = true;
  };
  const jump = (day: number) => {
    close();
    onJump(day);
  };
  const { script, view } = filtering ?? {};
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it is one, until script makes it more */}
      <a className="open-sections" href="#sections" aria-haspopup="dialog" onClick={show}>
        {edition ? messages.filters : messages.categories}
      </a>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Esc and the close button do it for keys */}
      <dialog
        ref={dialog}
        className="sheet"
        aria-label={messages.filters}
        onClose={() => setOpen(false)}
        onClick={watchClicks}
      >
        {open && (
          <div className="sheet-content">
            <p className="sheet-head">
              <b aria-hidden="true">{messages.filters}</b>
              <button type="button" onClick={close}>
                {messages.close}
              </button>
            </p>
            {script && view ? (
              <>
                <script.ActiveFilters view={view} />
                <script.ListTools view={view} onJump={jump} />
                <script.FacetPanel view={view} />
                <p className="sheet-foot">
                  <button type="button" onClick={close}>
                    {script.facetWords[language].show(dates.number(total))}
                  </button>
                </p>
              </>
            ) : (
              <SectionList page={page} />
            )}
          </div>
        )}
      </dialog>
    </>
  );
}
