import { useEffect, useState, useSyncExternalStore } from 'react';
import { aboutWords } from '../i18n/about-words.ts';
import { deadHosts } from '../library/dead-hosts.ts';
import { clearStored, storedBytes } from '../library/stored-here.ts';
import { useReader } from './reader.tsx';
import { useWords } from './use-words.ts';

function sizeText(bytes: number, language: string): string {
  const [value, unit] = bytes < 1e6 ? [Math.max(1, bytes / 1e3), 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(
    value,
  );
}

/** Null until it is known. */
function useStoredBytes(again: unknown): number | null {
  const [bytes, setBytes] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again when it changes
  useEffect(() => {
    storedBytes().then(setBytes, () => {});
  }, [again]);
  return bytes;
}

function DeadHosts() {
  const words = useWords(aboutWords);
  const { dates } = useReader();
  const hosts = useSyncExternalStore(deadHosts.subscribe, deadHosts.get);
  if (hosts.length === 0) return null;
  return (
    <>
      <h3>{words.deadHosts}</h3>
      <p>{words.deadHostsNote}</p>
      <ul className="reasons">
        {hosts.toReversed().map(([host, failures]) => (
          <li key={host}>
            <bdi>{host}</bdi> <span className="count">{words.failures(dates.number(failures))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What this browser keeps of the site, and the way to be rid of it. */
export function DeviceStorage() {
  const words = useWords(aboutWords);
  const { language } = useReader();
  const [step, setStep] = useState<'idle' | 'asked' | 'cleared'>('idle');
  const bytes = useStoredBytes(step);
  const clear = async () => {
    await clearStored();
    setStep('cleared');
    // What the app holds in memory would be written again.
    window.location.reload();
  };
  return (
    <>
      <h2 className="device">{words.device}</h2>
      <p>
        {words.deviceNote}
        {bytes !== null && (bytes > 0 ? words.kept(sizeText(bytes, language)) : words.nothingKept)}
      </p>
      {step === 'asked' ? (
        <p>
          {words.clearSure}{' '}
          <button type="button" onClick={() => void clear()}>
            {words.yes}
          </button>{' '}
          <button type="button" onClick={() => setStep('idle')}>
            {words.no}
          </button>
        </p>
      ) : (
        <p>
          <button type="button" onClick={() => setStep('asked')}>
            {words.clear}
          </button>{' '}
          <span role="status">{step === 'cleared' && words.cleared}</span>
        </p>
      )}
      <DeadHosts />
    </>
  );
}
