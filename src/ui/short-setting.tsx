import type { Settings } from '../edition/setting-table.ts';
import type { ShortSetting as Name } from '../i18n/settings-words.ts';
import { useReader } from './reader.tsx';
import { settingsWords } from './settings-words.ts';
import { useSetting } from './use-setting.ts';

export interface ShortSettingProps<Of extends Name> {
  readonly name: Of;
  /** In the order they are shown in: from little to much, where there is such an order. */
  readonly choices: readonly Settings[Of][];
}

/** A setting in one line: its name, and what it may be side by side. */
export function ShortSetting<Of extends Name>({ name, choices }: ShortSettingProps<Of>) {
  const { settings } = useReader();
  const chosen = useSetting(name);
  const words: Readonly<Record<Settings[Of], string>> = settingsWords.choices[name];
  return (
    <fieldset className="short-setting" name={name}>
      <legend>{settingsWords.names[name]}</legend>
      <div className="choices">
        {choices.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name={name}
              value={choice}
              checked={chosen === choice}
              onChange={() => settings?.set(name, choice)}
            />
            <span>{words[choice]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
