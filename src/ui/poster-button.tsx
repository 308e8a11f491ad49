import { type ComponentType, useState } from 'react';
import type { Row } from '../edition/row.ts';
import { shareWords } from '../i18n/share-words.ts';
import { within } from '../library/time-limit.ts';
import { useReader } from './reader.tsx';
import { useWords } from './use-words.ts';

interface PosterButtonProps {
  readonly row: Row;
  /** The passage that is selected when the button is pressed; null for the article's first words. */
  readonly takeQuote: () => string | null;
}

interface Opened {
  readonly Dialog: ComponentType<{ readonly row: Row; readonly quote: string | null; readonly onClose: () => void }>;
  readonly quote: string | null;
}

/** Opens a picture of the article to hand on; what draws it is fetched with the click. */
export function PosterButton({ row, takeQuote }: PosterButtonProps) {
  const { messages } = useReader();
  const words = useWords(shareWords);
  const [opened, setOpened] = useState<Opened | 'failed' | null>(null);
  const open = async () => {
    const quote = takeQuote();
    try {
      const { PosterDialog } = await within(import('./poster-dialog.tsx'), 'the poster');
      setOpened({ Dialog: PosterDialog, quote });
    } catch {
      setOpened('failed');
    }
  };
  return (
    <>
      <button type="button" className="open-poster" onClick={open}>
        {words.poster}
      </button>
      {opened === 'failed' && <small role="status">{messages.pageFailedNote}</small>}
      {opened !== null && opened !== 'failed' && (
        <opened.Dialog row={row} quote={opened.quote} onClose={() => setOpened(null)} />
      )}
    </>
  );
}
