/** What keys can do, in the order the help shows it. */
export const keyTable = {
  next: ['j'],
  previous: ['k'],
  nextUnread: ['n'],
  previousUnread: ['p'],
  open: ['o', 'Enter'],
  back: ['u', 'Esc'],
  page: ['Space'],
  newer: ['h', '←'],
  older: ['l', '→'],
  read: ['m'],
  save: ['s'],
  copy: ['Shift C'],
  search: ['/'],
  home: ['g h'],
  saved: ['g s'],
  sections: ['g c'],
  theme: ['t'],
  larger: ['+'],
  smaller: ['−'],
  help: ['?'],
} as const;

export type KeyAction = keyof typeof keyTable;

/** What the keyboard says of one key. */
export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** Keys as browsers name them; letters as the keyboard gives them without Caps Lock. */
const single: ReadonlyMap<string, KeyAction> = new Map([
  ...(['next', 'previous', 'nextUnread', 'previousUnread', 'read', 'save', 'theme', 'help'] as const).map(
    (action) => [keyTable[action][0], action] as const,
  ),
  ['o', 'open'],
  ['u', 'back'],
  ['Escape', 'back'],
  [' ', 'page'],
  ['h', 'newer'],
  ['ArrowLeft', 'newer'],
  ['l', 'older'],
  ['ArrowRight', 'older'],
  ['C', 'copy'],
  ['+', 'larger'],
  // The same key without Shift.
  ['=', 'larger'],
  ['-', 'smaller'],
]);

const afterG: ReadonlyMap<string, KeyAction> = new Map([
  ['h', 'home'],
  ['s', 'saved'],
  ['c', 'sections'],
]);

/** Opens a pair: `g h`. */
export const PAIR_KEY = 'g';

function nameOf({ key, shiftKey }: KeyPress): string {
  if (!/^[a-z]$/i.test(key)) return key;
  return shiftKey ? key.toUpperCase() : key.toLowerCase();
}

/**
 * What a key asks for: something to do, `pair` where it waits for a second key, or null. `/`, which leads to the search field,
 * and Enter, which follows a link, work without us.
 * @param isSecond whether `g` came before it
 */
export function readKey(press: KeyPress, isSecond: boolean): KeyAction | 'pair' | null {
  const name = nameOf(press);
  if (isSecond) return afterG.get(name) ?? null;
  return name === PAIR_KEY ? 'pair' : (single.get(name) ?? null);
}
