import { homePath, savedPath } from '../edition/addresses.ts';
import type { Row } from '../edition/row.ts';
import { keyWords } from '../i18n/key-words.ts';
import { settingsWords } from '../i18n/settings-words.ts';
import type { KeyAction } from '../library/key-table.ts';
import { historyEntry } from '../library/list-trail.ts';
import { withoutMarks } from '../library/mark-changes.ts';
import { type Reader, useReader } from './reader.tsx';
import { findRow, focusedRow, followRow, stepRow } from './row-focus.ts';
import { useBeside, useOpenArticle } from './use-beside.ts';
import { useWords } from './use-words.ts';

export interface KeyVoice {
  /** Shows a short note, and says it to those who don't see it. */
  readonly say: (text: string) => void;
  readonly showHelp: () => void;
}

/** Does what a key asks for; false where it has no meaning here, and the browser's own holds. */
export type KeyActor = (action: KeyAction, event: KeyboardEvent) => boolean;

interface Subject {
  readonly row: Row;
  readonly position: number;
}

const PART_OF_WINDOW = 0.85;
const themes = ['auto', 'light', 'sepia', 'dark'] as const;
const sizes = ['small', 'medium', 'large', 'huge'] as const;

function isAtEnd(step: 1 | -1): boolean {
  const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
  return step === 1 ? scrollTop + clientHeight >= scrollHeight - 2 : scrollTop <= 0;
}

function scrollPart(step: 1 | -1): void {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  window.scrollBy({ top: step * PART_OF_WINDOW * window.innerHeight, behavior: calm ? 'auto' : 'smooth' });
}

/** Some elements have a use of their own for Space and the arrows. */
function hasOwnUse({ key, shiftKey, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (key === ' ')
    return shiftKey || target.closest('a, button, input, summary, label, video, audio, [role="button"]') !== null;
  return key.startsWith('Arrow') && target.closest('[tabindex="0"], video, audio') !== null;
}

function clickOn(selector: string): boolean {
  const target = document.querySelector<HTMLElement>(selector);
  target?.click();
  return target !== null;
}

function goBack({ store, goTo }: Reader): boolean {
  const [from, to] = [historyEntry(), store?.lastList()?.entry ?? null];
  if (from !== null && to !== null && to < from) window.history.go(to - from);
  else goTo?.(homePath);
  return true;
}

/** To the categories: those beside the list, or the sheet that holds them, or the front page's. */
function goToSections({ goTo }: Reader): boolean {
  const opener = document.querySelector<HTMLElement>('.open-sections');
  if (opener?.checkVisibility()) opener.click();
  else if (document.querySelector('#sections a')) document.querySelector<HTMLElement>('#sections a')?.focus();
  else goTo?.(`${homePath}#sections`);
  return true;
}

/** What keys do on the page that is open. */
export function useKeyActions({ say, showHelp }: KeyVoice): KeyActor {
  const reader = useReader();
  const words = useWords(keyWords);
  const { names, choices } = useWords(settingsWords);
  const article = useOpenArticle();
  const leadOn = useBeside();
  const { store, marks, settings, goTo } = reader;

  const isUnread = (id: string) => !marks?.get().read.has(id);
  const sayIfNot = async (done: Promise<boolean>, text: string) => {
    if (!(await done)) say(text);
  };
  const toBeside = (step: 1 | -1) => {
    void sayIfNot(leadOn(step), words.noFurther);
    return true;
  };
  const subject = (): Subject | null => {
    if (article) return article;
    const id = focusedRow();
    const position = id === null ? null : (store?.positionOf(id) ?? null);
    const row = position === null ? null : (store?.row(position) ?? null);
    return row && position !== null ? { row, position } : null;
  };
  const mark = (change: (subject: Subject) => string) => {
    const chosen = subject();
    say(chosen ? change(chosen) : words.nothingChosen);
    return true;
  };

  const move = (step: 1 | -1): boolean => {
    const opening = step === 1 && document.querySelector('.article-body[aria-busy]');
    if (article && opening) {
      // Just opened: its end is not there yet. Whoever leaves meanwhile has not asked it of another page.
      requestAnimationFrame(() => opening.isConnected && move(step));
      return true;
    }
    if (article && isAtEnd(step)) return toBeside(step);
    if (article) scrollPart(step);
    else if (document.querySelector('.rows') === null) return false;
    else if (!stepRow(step)) say(words.noFurther);
    return true;
  };
  const moveUnread = (step: 1 | -1) => {
    if (!article && document.querySelector('.rows') === null) return false;
    const found = article ? leadOn(step, ({ id }) => isUnread(id)) : findRow(step, isUnread);
    void sayIfNot(found, words.noUnread);
    return true;
  };
  const toggleRead = ({ row, position }: Subject) => {
    const wasRead = !isUnread(row.id);
    if (wasRead) marks?.change(withoutMarks('read', new Set([row.id])));
    else marks?.setRead(row, position);
    return wasRead ? words.markedUnread : words.markedRead;
  };
  const toggleSaved = ({ row, position }: Subject) => {
    const wasSaved = marks?.get().saved.has(row.id) === true;
    marks?.setSaved(row, position, !wasSaved);
    return wasSaved ? words.isNotSaved : words.isSaved;
  };
  const nextTheme = () => {
    const next = themes[(themes.indexOf(settings?.get().theme ?? 'auto') + 1) % themes.length] ?? 'auto';
    settings?.set('theme', next);
    say(words.settingIs(names.theme, choices.theme[next]));
    return true;
  };
  const resize = (step: 1 | -1) => {
    const now = settings?.get().size ?? 'medium';
    const next = sizes[sizes.indexOf(now) + step] ?? now;
    settings?.set('size', next);
    say(words.settingIs(names.size, choices.size[next]));
    return true;
  };
  const go = (path: string) => {
    goTo?.(path);
    return true;
  };

  const actions: Readonly<Record<KeyAction, () => boolean>> = {
    next: () => move(1),
    previous: () => move(-1),
    nextUnread: () => moveUnread(1),
    previousUnread: () => moveUnread(-1),
    open: followRow,
    back: () => document.querySelector('.rows') === null && goBack(reader),
    // Not left to the browser: its own scrolling goes on in the next article, if that is called for at once.
    page: () => article !== null && move(1),
    newer: () => article !== null && toBeside(-1),
    older: () => article !== null && toBeside(1),
    read: () => mark(toggleRead),
    save: () => mark(toggleSaved),
    copy: () => clickOn('.copy-link button'),
    // The field knows its key itself.
    search: () => false,
    home: () => go(homePath),
    saved: () => go(savedPath),
    sections: () => goToSections(reader),
    theme: nextTheme,
    larger: () => resize(1),
    smaller: () => resize(-1),
    help: () => {
      showHelp();
      return true;
    },
  };
  return (action, event) => !hasOwnUse(event) && actions[action]();
}
