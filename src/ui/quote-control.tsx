import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { articlePath, withBase } from '../edition/addresses.ts';
import type { Row } from '../edition/row.ts';
import { shareWords } from '../i18n/share-words.ts';
import { copyText } from '../library/copy-text.ts';
import { selectedRange } from '../library/selected-range.ts';
import { shareAddress } from '../library/share-address.ts';
import { PosterButton } from './poster-button.tsx';
import { citation, shownQuote, shownStory } from './quote-text.ts';
import { useReader } from './reader.tsx';
import { useWords } from './use-words.ts';

/** By then a selection that no longer changes is what the reader wants. */
const SETTLED_MS = 250;
/** Pixels between the selection and what is offered for it. */
const GAP = 8;
/** Pixels that the control is wide at most, so that it stays in the window. */
const WIDTH = 240;

interface Selected {
  readonly range: Range;
  /** Pixels from the document's top and left edge; null: at the bottom of the window. */
  readonly place: { readonly top: number; readonly left: number } | null;
}

/** Where fingers select, browsers put handles and menus of their own round the selection. */
const isTouched = (): boolean => window.matchMedia('(pointer: coarse)').matches;

function placeAt(range: Range): Selected['place'] {
  const last = [...range.getClientRects()].at(-1);
  if (!last || isTouched() || last.bottom < 0 || last.bottom > window.innerHeight - 5 * GAP) return null;
  const left = Math.max(0, Math.min(last.right, document.documentElement.clientWidth - WIDTH));
  return { top: last.bottom + window.scrollY + GAP, left: left + window.scrollX };
}

function selectedInStory(): Selected | null {
  const shown = shownStory();
  const range = shown && selectedRange(shown.body)?.cloneRange();
  if (!range || range.toString().trim() === '') return null;
  return { range, place: placeAt(range) };
}

/** What is selected in the article once the selection is done. */
function useSelected(): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    let timer = 0;
    let isPressed = false;
    const look = () => {
      // What is selected in a dialog is nothing of the article's.
      if (!document.querySelector('dialog[open]')) setSelected(selectedInStory());
    };
    const settle = () => {
      window.clearTimeout(timer);
      if (!isPressed) timer = window.setTimeout(look, SETTLED_MS);
    };
    const press = ({ pointerType }: PointerEvent) => {
      isPressed = pointerType === 'mouse';
    };
    const release = () => {
      isPressed = false;
      settle();
    };
    settle();
    document.addEventListener('selectionchange', settle);
    document.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', release);
    document.addEventListener('pointercancel', release);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('selectionchange', settle);
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('pointerup', release);
      document.removeEventListener('pointercancel', release);
    };
  }, []);
  return selected;
}

function QuoteActions({ row, range }: { readonly row: Row; readonly range: Range }) {
  const { base } = useReader();
  const words = useWords(shareWords);
  const [said, setSaid] = useState('');
  // Some browsers have undone the selection by now.
  const take = () => shownQuote(row) ?? shownQuote(row, range);
  const copy = async () => {
    const quote = take();
    if (!quote) return;
    const text = citation(words, row, quote, shareAddress(withBase(base, articlePath(row.id))));
    setSaid((await copyText(text)) ? words.quoteCopied : `${words.copyFailed} ${text}`);
  };
  return (
    <>
      {said === '' && (
        <>
          <button type="button" onClick={copy}>
            {words.quote}
          </button>
          <PosterButton row={row} takeQuote={() => take()?.text ?? null} />
        </>
      )}
      <span role="status">{said}</span>
    </>
  );
}

/** Beside what is selected in an article: shares it. The selection stays. */
export function QuoteControl({ row }: { readonly row: Row }) {
  const selected = useSelected();
  if (!selected) return null;
  const { range, place } = selected;
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: pressing it must not undo the selection
    <div
      className={place ? 'quote-control' : 'quote-control docked'}
      style={place ?? undefined}
      onMouseDown={(event) => event.preventDefault()}
    >
      <QuoteActions key={range.toString()} row={row} range={range} />
    </div>,
    document.getElementById('root') ?? document.body,
  );
}
