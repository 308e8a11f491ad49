import { type ComponentType, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { savesData } from '../library/saves-data.ts';
import { shareAddress } from '../library/share-address.ts';
import { whenIdle } from '../library/when-idle.ts';
import { PAGE_ADDRESS } from './use-canonical.ts';

type Code = ComponentType<{ readonly text: string; readonly label: string }>;

const loadCode = (): Promise<{ readonly QrCode: Code }> => import('./qr-code.tsx');

/** Few print from a phone, whose bytes are dear. */
const mayPrint = (): boolean => !savesData() && window.matchMedia('(pointer: fine)').matches;

/**
 * The code of a page's address, beside it on paper. Drawn only when the page goes to the printer, which waits for nothing: so
 * what draws it is fetched before, when nobody waits for anything.
 * @param path the page's own, with the base
 */
export function PrintCode({ path }: { readonly path: string }) {
  const [code, setCode] = useState<{ readonly QrCode: Code } | null>(null);
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    let left = false;
    const load = async () => {
      const loaded = await loadCode();
      if (!left) setCode(loaded);
    };
    // Without it the address stands alone.
    if (mayPrint())
      void whenIdle()
        .then(load)
        .catch(() => {});
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      left = true;
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  const place = isPrinting ? document.querySelector(`.${PAGE_ADDRESS}`) : null;
  if (!code || !place) return null;
  const address = shareAddress(path);
  return createPortal(<code.QrCode text={address} label={address} />, place);
}
