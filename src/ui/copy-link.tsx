import { useState } from 'react';
import { useReader } from './reader.tsx';

/** For pages that may not use the clipboard: those opened over plain http. */
function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('readonly', '');
  field.className = 'hidden';
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
  }
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** Copies the page's own address, without what a visit added to it. `path` is the page's, with the base. */
export function CopyLink({ path }: { readonly path: string }) {
  const { messages } = useReader();
  const [result, setResult] = useState<'none' | 'copied' | 'failed'>('none');
  const [address, setAddress] = useState('');
  const copy = async () => {
    const own = new URL(path, window.location.origin).href;
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
