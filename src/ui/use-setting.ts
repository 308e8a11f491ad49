import { useSyncExternalStore } from 'react';
import type { SettingName, Settings } from '../edition/setting-table.ts';
import { defaultSettings } from '../library/settings.ts';
import { useApp } from './reader.tsx';

const never = () => () => {};

/** A setting as it is now; in printed pages, and while one is being taken over, what it is until somebody chooses. */
export function useSetting<Name extends SettingName>(name: Name): Settings[Name] {
  const { settings } = useApp();
  return useSyncExternalStore(
    settings?.subscribe ?? never,
    () => (settings?.get() ?? defaultSettings)[name],
    () => defaultSettings[name],
  );
}
