import { Fragment } from 'react';
import { keyWords } from '../i18n/key-words.ts';
import { type KeyAction, keyTable } from '../library/key-table.ts';
import { SheetDialog } from './sheet-dialog.tsx';
import { Switch } from './switch.tsx';
import { useWords } from './use-words.ts';

const actions = Object.keys(keyTable) as KeyAction[];

/** Every key, and the switch that turns them off. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(keyWords);
  return (
    <SheetDialog name="key-help" heading={words.heading} onClose={onClose}>
      <dl className="keys">
        {actions.map((action) => (
          <Fragment key={action}>
            <dt>
              {keyTable[action].map((keys) => (
                <span key={keys}>
                  {keys.split(' ').map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </span>
              ))}
            </dt>
            <dd>{words.actions[action]}</dd>
          </Fragment>
        ))}
      </dl>
      <Switch name="keys" label={words.on} />
    </SheetDialog>
  );
}
