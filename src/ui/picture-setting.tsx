import { useId } from 'react';
import { settingTable } from '../edition/setting-table.ts';
import { settingsWords } from '../i18n/settings-words.ts';
import { useReader } from './reader.tsx';
import { useSetting } from './use-setting.ts';
import { useWords } from './use-words.ts';

/** When pictures of other hosts are loaded. */
export function PictureSetting() {
  const { messages, settings } = useReader();
  const words = useWords(settingsWords);
  const pictures = useSetting('pictures');
  const note = useId();
  return (
    <fieldset className="setting" aria-describedby={note}>
      <legend>{words.names.pictures}</legend>
      {settingTable.pictures.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name="pictures"
            value={choice}
            checked={pictures === choice}
            onChange={() => settings?.set('pictures', choice)}
          />{' '}
          {words.choices.pictures[choice]}
        </label>
      ))}
      <p id={note}>{messages.pictureSettingNote}</p>
    </fieldset>
  );
}
