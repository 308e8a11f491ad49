import { useState } from 'react';
import { settingTable } from '../edition/setting-table.ts';
import { settingsWords } from '../i18n/settings-words.ts';
import { addStyles } from './add-styles.ts';
import { OfflineSetting } from './offline-setting.tsx';
import { PictureSetting } from './picture-setting.tsx';
import { useApp, useReader } from './reader.tsx';
import settingsCss from './settings.css?inline';
import { SheetDialog } from './sheet-dialog.tsx';
import { ShortSetting } from './short-setting.tsx';
import { Switch } from './switch.tsx';
import { useWords } from './use-words.ts';
import './offline-styles.ts';

addStyles(settingsCss);

/** Makes everything in the panel what it was before anybody chose; how lists are set is chosen, and stays, in lists. */
function ResetButton() {
  const { settings } = useApp();
  const words = useWords(settingsWords);
  const [done, setDone] = useState(false);
  const reset = () => {
    settings?.reset([
      'theme',
      'size',
      'leading',
      'width',
      'face',
      'paragraphs',
      'language',
      'script',
      'keys',
      'swipe',
      'pictures',
    ]);
    setDone(true);
  };
  return (
    <p className="reset">
      <span role="status">{done && words.wereReset}</span>
      <button type="button" onClick={reset}>
        {words.reset}
      </button>
    </p>
  );
}

/** The reader's settings, over the page they are for, which stays in sight. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { messages } = useReader();
  const words = useWords(settingsWords);
  return (
    <SheetDialog name="settings" heading={messages.settings} onClose={onClose}>
      <ShortSetting name="theme" choices={['auto', 'light', 'sepia', 'dark']} />
      <ShortSetting name="size" choices={['small', 'medium', 'large', 'huge']} />
      <ShortSetting name="leading" choices={['tight', 'normal', 'loose']} />
      <ShortSetting name="width" choices={['narrow', 'normal', 'wide']} />
      <ShortSetting name="face" choices={['sans', 'serif']} />
      <ShortSetting name="paragraphs" choices={['spaced', 'indented']} />
      <ShortSetting
        name="language"
        choices={settingTable.language}
        lang={(choice) => (choice === 'auto' ? undefined : choice)}
      />
      <ShortSetting name="script" choices={settingTable.script} />
      <PictureSetting />
      <Switch name="keys" label={words.switches.keys} />
      <Switch name="swipe" label={words.switches.swipe} />
      <OfflineSetting />
      <ResetButton />
    </SheetDialog>
  );
}
