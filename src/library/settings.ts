import {
  SETTINGS_KEY,
  SETTINGS_VERSION,
  type SettingName,
  type Settings,
  settingTable,
  styleTable,
  themeColors,
} from '../edition/setting-table.ts';
import { type KeptOptions, keepValue } from './storage.ts';

/** The reader's settings: a three-method store. */
export interface SettingStore {
  readonly get: () => Settings;
  readonly set: <Name extends SettingName>(name: Name, value: Settings[Name]) => void;
  /** Takes settings from elsewhere; what they may not be is left out. */
  readonly take: (others: Readonly<Record<string, string>>) => void;
  /** Makes some what they were before anybody chose. */
  readonly reset: (names: readonly SettingName[]) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const names = Object.keys(settingTable) as SettingName[];
const styleNames = Object.keys(styleTable) as (keyof typeof styleTable)[];

export const defaultSettings = readSettings(null);

/**
 * Whatever was stored → settings; what is missing or unknown is as it was before anybody chose. Settings this program doesn't
 * know stay among them, for the one that does.
 */
function readSettings(data: unknown): Settings {
  const stored = new Map(typeof data === 'object' && data !== null ? Object.entries(data) : []);
  const choose = <Name extends SettingName>(name: Name) =>
    settingTable[name].find((value) => value === stored.get(name)) ?? settingTable[name][0];
  return Object.fromEntries([...stored, ...names.map((name) => [name, choose(name)])]) as Settings;
}

/** The frame of the browser has the colour of the paper: of the chosen theme, or of each scheme. */
function colorFrame(theme: Settings['theme'], page: HTMLElement): void {
  for (const meta of page.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
    const own = meta.media.includes('dark') ? 'dark' : 'light';
    meta.content = themeColors[theme === 'auto' ? own : theme];
  }
}

/** Says the settings to the style sheet, as the pages' own script has done before. */
export function showSettings(settings: Settings, page: HTMLElement): void {
  for (const name of styleNames) {
    if (settings[name] === styleTable[name][0]) delete page.dataset[name];
    else page.dataset[name] = settings[name];
  }
  colorFrame(settings.theme, page);
}

export function createSettingStore(area?: NonNullable<KeptOptions<unknown>['area']>): SettingStore {
  const kept = keepValue<Settings>({
    ...{ key: SETTINGS_KEY, version: SETTINGS_VERSION, initial: defaultSettings, parse: readSettings },
    ...(area && { area }),
  });
  return {
    get: kept.get,
    set: (name, value) => kept.update((settings) => ({ ...settings, [name]: value })),
    take: (others) => kept.update((settings) => readSettings({ ...settings, ...others })),
    reset: (chosen) =>
      kept.update((settings) => ({
        ...settings,
        ...Object.fromEntries(chosen.map((name) => [name, settingTable[name][0]])),
      })),
    subscribe: kept.subscribe,
  };
}
