import { type RefObject, useEffect, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import type { Row } from '../edition/row.ts';
import { selectedRange } from '../library/selected-range.ts';
import { quoteModule } from './quote-loader.ts';

const load = () => {
  // Without it, passages are shared and found as on any page.
  quoteModule.load().catch(() => {});
};

/** Whether a fragment leads to a passage; browsers that know text fragments keep them to themselves. */
const leadsToPassage = (fragment: string): boolean => /^#p-|:~:text=/.test(fragment);

interface QuoteToolsProps {
  readonly row: Row;
  readonly body: RefObject<Element | null>;
}

/** Shows the passage an address leads to, and offers to share what is selected. What this needs comes when it is needed. */
export function QuoteTools({ row, body }: QuoteToolsProps) {
  const { hash } = useLocation();
  const script = useSyncExternalStore(quoteModule.subscribe, quoteModule.get, () => null);
  useEffect(() => {
    if (leadsToPassage(hash)) load();
  }, [hash]);
  useEffect(() => {
    if (script) return;
    const watch = () => {
      if (body.current && selectedRange(body.current)) load();
    };
    document.addEventListener('selectionchange', watch);
    return () => document.removeEventListener('selectionchange', watch);
  }, [script, body]);
  if (!script) return null;
  return (
    <>
      <script.QuoteControl row={row} />
      <script.QuotedPlace row={row} fragment={leadsToPassage(hash) ? hash : null} />
    </>
  );
}
