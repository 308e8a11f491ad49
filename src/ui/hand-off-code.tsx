import { useEffect, useState } from 'react';
import { savedPath, withBase } from '../edition/addresses.ts';
import { settingTable } from '../edition/setting-table.ts';
import { transferWords } from '../i18n/transfer-words.ts';
import { copyText } from '../library/copy-text.ts';
import { type FittedRecords, type HandedOff, packFitting, packRecords } from '../library/hand-off.ts';
import { gatherRecords, type OwnStores } from '../library/own-records.ts';
import { QrCode } from './qr-code.tsx';
import { useReader } from './reader.tsx';
import { recordParts } from './record-parts.ts';
import { useWords } from './use-words.ts';

/** Letters of an address whose code a phone still reads from a screen. */
const MOST_IN_CODE = 1000;
/** From here on apps that pass links on may cut them off. */
const LONG_LINK = 2000;

/** What is handed over: settings as far as somebody has chosen them. */
function handedOff(stores: OwnStores): HandedOff {
  const { saved, places, settings } = gatherRecords(stores, false);
  const plain = new Map<string, string>(Object.entries(settingTable).map(([name, [first]]) => [name, first]));
  const chosen = Object.entries(settings).filter(([name, value]) => plain.has(name) && plain.get(name) !== value);
  return { saved, places, settings: Object.fromEntries(chosen) };
}

interface HandOff {
  readonly records: HandedOff;
  readonly code: FittedRecords;
  /** All of it, as an address. */
  readonly link: string;
}

function useHandOff(stores: OwnStores, page: string): HandOff | null {
  const [made, setMade] = useState<HandOff | null>(null);
  useEffect(() => {
    let left = false;
    const make = async () => {
      const records = handedOff(stores);
      const code = await packFitting(records, MOST_IN_CODE - page.length);
      const link = page + (await packRecords(records));
      if (!left) setMade({ records, code, link });
    };
    // Where a browser can't pack, there is the file.
    make().catch(() => {});
    return () => {
      left = true;
    };
  }, [stores, page]);
  return made;
}

/** A code that another device reads, with the most useful of what is kept here, and a link with all of that. */
export function HandOffCode({ stores }: { readonly stores: OwnStores }) {
  const { base, messages, dates } = useReader();
  const words = useWords(transferWords);
  const page = new URL(withBase(base, savedPath), window.location.href).href;
  const handOff = useHandOff(stores, page);
  const [said, setSaid] = useState('');
  if (!handOff) return null;
  const { records, code, link } = handOff;
  const hasSettings = Object.keys(records.settings).length > 0;
  if (records.saved.length + records.places.length === 0 && !hasSettings) return <p>{words.nothing}</p>;
  const isAll = code.saved === records.saved.length;
  const saved = isAll
    ? recordParts({ saved: records.saved }, words, dates.number)
    : [words.newestSaved(dates.number(code.saved), dates.number(records.saved.length))];
  const parts = [
    ...saved,
    ...recordParts({ places: records.places.slice(-code.places) }, words, dates.number),
    ...(hasSettings ? [words.counts.settings] : []),
  ];
  const copy = async () => {
    setSaid('');
    setSaid((await copyText(link)) ? messages.linkCopied : `${messages.copyFailed} ${link}`);
  };
  return (
    <>
      <p>{words.handOffNote}</p>
      <QrCode text={page + code.fragment} label={words.code} />
      <p>{words.codeHolds(dates.all(parts))}</p>
      {link.length > LONG_LINK && <p>{words.longLink}</p>}
      <p className="actions">
        <button type="button" onClick={copy}>
          {messages.copyLink}
        </button>
        <span role="status">{said}</span>
      </p>
    </>
  );
}
