import { useState } from 'react';
import { shareWords } from '../i18n/share-words.ts';
import { copyText } from '../library/copy-text.ts';
import { shareAddress } from '../library/share-address.ts';
import { addStyles } from './add-styles.ts';
import { PosterButton } from './poster-button.tsx';
import { QrCode } from './qr-code.tsx';
import { citation, shownQuote } from './quote-text.ts';
import { useReader } from './reader.tsx';
import shareCss from './share.css?inline';
import type { Shared } from './share-button.tsx';
import { SheetDialog } from './sheet-dialog.tsx';
import { useWords } from './use-words.ts';

addStyles(shareCss);

const isWeChat = (): boolean => /MicroMessenger/i.test(navigator.userAgent);

function weiboAddress(url: string, title: string): string {
  return `https://service.weibo.com/share/share.php?${new URLSearchParams({ url, title })}`;
}

/** The ways to hand on a page: its address, never what is this reader's own. */
export function ShareSheet({ path, title, row, onClose }: Shared & { readonly onClose: () => void }) {
  const { messages } = useReader();
  const words = useWords(shareWords);
  const [said, setSaid] = useState('');
  // As it was when the sheet opened: what is selected then may be gone.
  const [{ address, quote }] = useState(() => ({ address: shareAddress(path), quote: row ? shownQuote(row) : null }));

  const copy = async (text: string, done: string) => {
    setSaid('');
    setSaid((await copyText(text)) ? done : `${words.copyFailed} ${text}`);
  };
  const shareBySystem = async () => {
    try {
      await navigator.share({ title, url: address });
    } catch (error) {
      const isChoice = error instanceof DOMException && error.name === 'AbortError';
      if (!isChoice) setSaid(words.systemShareFailed);
    }
  };
  return (
    <SheetDialog name="share-sheet" heading={messages.share} onClose={onClose}>
      <div className="share-ways">
        {isWeChat() && <p className="in-wechat">{words.inWeChat}</p>}
        <p className="shared-title" lang={row?.lang}>
          <bdi>{title}</bdi>
        </p>
        <button type="button" onClick={() => copy(address, messages.linkCopied)}>
          {messages.copyLink}
        </button>
        <button type="button" onClick={() => copy(`${title}\n${address}`, messages.linkCopied)}>
          {words.copyWithTitle}
        </button>
        {'share' in navigator && (
          <button type="button" onClick={shareBySystem}>
            {words.systemShare}
          </button>
        )}
        <figure>
          <QrCode text={address} label={words.qrCode} />
          <figcaption>
            {words.qrHint}
            <small>{address}</small>
          </figcaption>
        </figure>
        <a href={weiboAddress(address, title)} target="_blank" rel="noopener noreferrer nofollow">
          {words.weibo}
        </a>
        {row && quote && (
          <button
            type="button"
            className="quote"
            onClick={() => copy(citation(words, row, quote, address), words.quoteCopied)}
          >
            {words.quote}
            <q lang={row.lang}>{quote.text}</q>
          </button>
        )}
        {row && !quote && <p className="quote-hint">{words.quoteHint}</p>}
        {row && <PosterButton row={row} takeQuote={() => quote?.text ?? null} />}
        <p className="said" role="status">
          {said}
        </p>
      </div>
    </SheetDialog>
  );
}
