import { useState } from 'react';
import { copyText } from '../library/copy-text.ts';
import { shareAddress } from '../library/share-address.ts';
import { useReader } from './reader.tsx';

/** Copies the page's own address, without what a visit added to it. `path` is the page's, with the base. */
export function CopyLink({ path }: { readonly path: string }) {
  const { messages } = useReader();
  const [result, setResult] = useState<'none' | 'copied' | 'failed'>('none');
  const [address, setAddress] = useState('');
  const copy = async () => {
    const own = shareAddress(path);
    setAddress(own);
    setResult((await copyText(own)) ? 'copied' : 'failed');
  };
  return (
    <span className="copy-link">
      <button type="button" onClick={copy}>
        {messages.copyLink}
      </button>
      <span role="status" className={result === 'failed' ? 'by-hand' : undefined}>
        {result === 'copied' && messages.linkCopied}
        {result === 'failed' && `${messages.copyFailed} ${address}`}
      </span>
    </span>
  );
}
