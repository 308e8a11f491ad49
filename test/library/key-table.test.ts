import { describe, expect, test } from 'vitest';
import { type KeyAction, keyTable, readKey } from '../../src/library/key-table.ts';

const press = (key: string, shiftKey = false) => ({ key, shiftKey });
/** What a keyboard sends for a key as the help writes it. */
const sent: Readonly<Record<string, { readonly key: string; readonly shiftKey: boolean }>> = {
  ...{ Esc: press('Escape'), Space: press(' '), '←': press('ArrowLeft'), '→': press('ArrowRight'), '−': press('-') },
  ...{ '?': press('?', true), '+': press('+', true) },
};
/** These work without us: the search field knows `/`, a link Enter. */
const others = new Set(['/', 'Enter']);

const shown = Object.entries(keyTable).flatMap(([action, keys]) =>
  keys.filter((key) => !others.has(key)).map((key) => [key, action as KeyAction] as const),
);

test.each(shown)('%s does what the help says: %s', (keys, action) => {
  const [first = '', second] = keys.split(' ');
  if (first === 'Shift') expect(readKey(press(second ?? '', true), false)).toBe(action);
  else if (second === undefined) expect(readKey(sent[first] ?? press(first), false)).toBe(action);
  else {
    expect(readKey(press(first), false)).toBe('pair');
    expect(readKey(press(second), true)).toBe(action);
  }
});

describe('readKey', () => {
  test('Caps Lock changes nothing', () => {
    expect(readKey(press('J'), false)).toBe('next');
    expect(readKey(press('c', true), false)).toBe('copy');
    expect(readKey(press('C'), false)).toBeNull();
  });

  test('a shifted letter is another key', () => {
    expect(readKey(press('J', true), false)).toBeNull();
  });

  test('the second key of a pair means nothing else', () => {
    expect(readKey(press('h'), false)).toBe('newer');
    expect(readKey(press('j'), true)).toBeNull();
  });

  test.each(['Tab', 'Enter', 'F5', 'ArrowDown', 'PageDown', 'x', '字', 'Process', 'Unidentified', 'Dead'])(
    'leaves %s alone',
    (key) => {
      expect(readKey(press(key), false)).toBeNull();
    },
  );
});
