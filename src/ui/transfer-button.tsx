import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { HAND_OFF, savedPath } from '../edition/addresses.ts';
import { marksWords } from '../i18n/marks-words.ts';
import { keepModule } from '../library/kept-module.ts';
import type { OwnStores } from '../library/own-records.ts';
import { useReader } from './reader.tsx';
import { useWords } from './use-words.ts';

const transferModule = keepModule(() => import('./transfer-script.ts'));

function useTransferScript() {
  return useSyncExternalStore(transferModule.subscribe, transferModule.get, () => null);
}

/** Opens the ways to take along what is kept here; what they are made of comes with the click. */
export function TransferButton({ stores }: { readonly stores: OwnStores }) {
  const { messages } = useReader();
  const words = useWords(marksWords);
  const script = useTransferScript();
  const [state, setState] = useState<'closed' | 'open' | 'failed'>('closed');
  const open = () => {
    setState('open');
    transferModule.load().catch(() => setState('failed'));
  };
  return (
    <>
      {state === 'failed' && <span role="status">{messages.settingsFailed}</span>}
      <button type="button" onClick={open}>
        {words.transfer}
      </button>
      {state === 'open' && script && <script.TransferDialog stores={stores} onClose={() => setState('closed')} />}
    </>
  );
}

/** Asks about what another device hands over in the page's address, which is then its own again. */
export function IncomingHandOff({ stores }: { readonly stores: OwnStores }) {
  const { goTo } = useReader();
  const { hash } = useLocation();
  const script = useTransferScript();
  const isThere = hash.startsWith(HAND_OFF);
  useEffect(() => {
    // It stays in the address until it is answered: where the script doesn't come, a reload asks again.
    if (isThere) transferModule.load().catch(() => {});
  }, [isThere]);
  const done = () => goTo?.(savedPath, { replace: true, stay: true });
  return isThere && script && <script.TakeHandOff key={hash} stores={stores} fragment={hash} onDone={done} />;
}
