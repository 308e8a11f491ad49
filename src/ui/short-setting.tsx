import type { Settings } from '../edition/setting-table.ts';
import { type ShortSetting as Name, settingsWords } from '../i18n/settings-words.ts';
import { useApp } from './reader.tsx';
import { useSetting } from './use-setting.ts';
import { useWords } from './use-words.ts';

export interface ShortSettingProps<Of extends Name> {
  readonly name: Of;
  /** In the order they are shown in: from little to much, where there is such an order. */
  readonly choices: readonly Settings[Of][];
  /** The language a choice is named in, where that is another than the interface's. */
  readonly lang?: (choice: Settings[Of]) => string | undefined;
}

/** A setting in one line: its name, and what it may be side by side. */
export function ShortSetting<Of extends Name>({ name, choices, lang }: ShortSettingProps<Of>) {
  const { settings } = useApp();
  const chosen = useSetting(name);
  const words = useWords(settingsWords);
  const names: Readonly<Record<Settings[Of], string>> = words.choices[name];
  return (
    <fieldset className="short-setting" name={name}>
      <legend>{words.names[name]}</legend>
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
            <span lang={lang?.(choice)}>{names[choice]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
