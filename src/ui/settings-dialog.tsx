import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { addStyles } from './add-styles.ts';
import { PictureSetting } from './picture-setting.tsx';
import { useReader } from './reader.tsx';
import settingsCss from './settings.css?inline';
import { settingsWords } from './settings-words.ts';
import { ShortSetting } from './short-setting.tsx';

addStyles(settingsCss);

/** Makes everything in the panel what it was before anybody chose; how lists are set is chosen, and stays, in lists. */
function ResetButton() {
  const { settings } = useReader();
  const [done, setDone] = useState(false);
  const reset = () => {
    settings?.reset(['theme', 'size', 'leading', 'width', 'face', 'paragraphs', 'pictures']);
    setDone(true);
  };
  return (
    <p className="reset">
      <span role="status">{done && settingsWords.wereReset}</span>
      <button type="button" onClick={reset}>
        {settingsWords.reset}
      </button>
    </p>
  );
}

/** The reader's settings, over the page they are for, which stays in sight. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { messages } = useReader();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const closeOutside = (event: MouseEvent) => {
    if (event.target === dialog.current) dialog.current?.close();
  };
  // In a paragraph, where the link may stand, no dialog may.
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc and the close button do it for keys
    <dialog
      ref={dialog}
      className="sheet settings"
      aria-labelledby="settings-head"
      onClose={onClose}
      onClick={closeOutside}
    >
      <div className="sheet-content">
        <p className="sheet-head">
          <b id="settings-head">{messages.settings}</b>
          <button type="button" onClick={() => dialog.current?.close()}>
            {messages.close}
          </button>
        </p>
        <ShortSetting name="theme" choices={['auto', 'light', 'sepia', 'dark']} />
        <ShortSetting name="size" choices={['small', 'medium', 'large', 'huge']} />
        <ShortSetting name="leading" choices={['tight', 'normal', 'loose']} />
        <ShortSetting name="width" choices={['narrow', 'normal', 'wide']} />
        <ShortSetting name="face" choices={['sans', 'serif']} />
        <ShortSetting name="paragraphs" choices={['spaced', 'indented']} />
        <PictureSetting />
        <ResetButton />
      </div>
    </dialog>,
    document.getElementById('root') ?? document.body,
  );
}
