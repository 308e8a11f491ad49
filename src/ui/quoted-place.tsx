import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useNavigationType } from 'react-router';
import type { Row } from '../edition/row.ts';
import { shareWords } from '../i18n/share-words.ts';
import { findQuote, wholeFragment } from '../library/find-quote.ts';
import { markRange } from './mark-range.ts';
import { shownStory } from './quote-text.ts';
import { useReader } from './reader.tsx';
import { useWords } from './use-words.ts';

function isInSight({ top, bottom }: DOMRect): boolean {
  return bottom > 0 && top < window.innerHeight;
}

/** Puts a passage in the middle of the window, or its beginning on top where it is longer. */
function scrollTo({ top, height }: DOMRect): void {
  window.scrollTo(0, window.scrollY + top - Math.max(0, (window.innerHeight - height) / 2));
}

interface QuotedPlaceProps {
  readonly row: Row;
  /** What leads to the passage; null where nothing does. */
  readonly fragment: string | null;
}

/** Shows the passage the address leads to: where the browser has not done so, and marked in any case. */
export function QuotedPlace({ row, fragment }: QuotedPlaceProps) {
  const { messages } = useReader();
  const words = useWords(shareWords);
  const [isGone, setGone] = useState(false);
  const arrival = useNavigationType();
  // A page that is loaded again, or come back to, is where the reader left it.
  const mayScroll = useRef(arrival === 'PUSH' || window.scrollY === 0);
  useEffect(() => {
    const shown = shownStory();
    const range =
      shown && fragment !== null ? findQuote(shown.story, shown.body, row.lang, wholeFragment(fragment)) : null;
    setGone(fragment !== null && range === null);
    if (range === null) return;
    const place = range.getBoundingClientRect();
    if (mayScroll.current && !isInSight(place)) scrollTo(place);
    mayScroll.current = true;
    return markRange(range);
  }, [fragment, row.lang]);
  return createPortal(
    <div className={isGone ? 'quote-gone' : 'hidden'} role="status">
      {isGone && (
        <>
          {words.quoteGone}{' '}
          <button type="button" onClick={() => setGone(false)}>
            {messages.close}
          </button>
        </>
      )}
    </div>,
    document.getElementById('root') ?? document.body,
  );
}
