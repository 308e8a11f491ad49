import { useApp } from './reader.tsx';
import { useSetting } from './use-setting.ts';

export interface SwitchProps {
  readonly name: 'keys' | 'swipe';
  readonly label: string;
}

/** A setting that is on or off. */
export function Switch({ name, label }: SwitchProps) {
  const { settings } = useApp();
  const isOn = useSetting(name) === 'on';
  return (
    <p className="switch">
      <label>
        <input
          type="checkbox"
          role="switch"
          name={name}
          checked={isOn}
          aria-checked={isOn}
          onChange={() => settings?.set(name, isOn ? 'off' : 'on')}
        />
        <span>{label}</span>
      </label>
    </p>
  );
}
