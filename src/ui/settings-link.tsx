import { type ComponentType, type MouseEvent, type ReactNode, useState } from 'react';
import { settingsPath, withBase } from '../edition/addresses.ts';
import { within } from '../library/time-limit.ts';
import { useReader } from './reader.tsx';
import { isPlainClick } from './site-link.tsx';

type Dialog = ComponentType<{ readonly onClose: () => void }>;

interface SettingsLinkProps {
  /** The name, where the words are too few to be one. */
  readonly label?: string;
  readonly children: ReactNode;
}

/**
 * Opens the settings where the reader is; without script it leads to the page that explains them. What they are made of is
 * fetched with the click. Where that is gone, a new edition has come out, and the page itself knows its own.
 */
export function SettingsLink({ children, label }: SettingsLinkProps) {
  const { base, messages, settings } = useReader();
  const [dialog, setDialog] = useState<{ readonly Dialog: Dialog } | 'failed' | null>(null);
  const href = withBase(base, settingsPath);
  const open = async () => {
    try {
      const { SettingsDialog } = await within(import('./settings-dialog.tsx'), 'the settings');
      setDialog({ Dialog: SettingsDialog });
    } catch {
      if (navigator.onLine) window.location.assign(href);
      setDialog('failed');
    }
  };
  const onClick = (event: MouseEvent) => {
    if (settings === null || !isPlainClick(event)) return;
    event.preventDefault();
    void open();
  };
  return (
    <>
      <a href={href} aria-label={label} onClick={onClick}>
        {children}
      </a>
      {dialog === 'failed' && <span role="status"> {messages.settingsFailed}</span>}
      {dialog !== null && dialog !== 'failed' && <dialog.Dialog onClose={() => setDialog(null)} />}
    </>
  );
}
