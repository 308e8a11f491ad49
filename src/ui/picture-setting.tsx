import { useId } from 'react';
import { settingTable } from '../edition/setting-table.ts';
import { useReader } from './reader.tsx';
import { settingsWords } from './settings-words.ts';
import { useSetting } from './use-setting.ts';

/** When pictures of other hosts are loaded. */
export function PictureSetting() {
  const { messages, settings } = useReader();
  const pictures = useSetting('pictures');
  const note = useId();
  return (
    <fieldset className="setting" aria-describedby={note}>
      <legend>{settingsWords.names.pictures}</legend>
      {settingTable.pictures.map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name="pictures"
            value={choice}
            checked={pictures === choice}
            onChange={() => settings?.set('pictures', choice)}
          />{' '}
          {settingsWords.choices.pictures[choice]}
        </label>
      ))}
      <p id={note}>{messages.pictureSettingNote}</p>
    </fieldset>
  );
}
