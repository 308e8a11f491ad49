import { type RefObject, useEffect, useRef } from 'react';

const RESULT = '.rows h3 a';

function isTyped(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

function results(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(RESULT)];
}

/** From the field down to the first result, and from result to result; from the first back up to the field. */
function step(input: HTMLInputElement, down: boolean): boolean {
  const all = results();
  const at = all.findIndex((result) => result.matches(':focus'));
  const isInField = document.activeElement === input;
  if (!isInField && at === -1) return false;
  const next = down ? all[at + 1] : isInField ? undefined : (all[at - 1] ?? input);
  next?.focus();
  return next !== undefined;
}

/** `/` leads to the search field, Esc clears and leaves it, arrows lead through what was found. */
export function useSearchKeys(field: RefObject<HTMLInputElement | null>, clear: () => void): void {
  const onClear = useRef(clear);
  onClear.current = clear;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const input = field.current;
      const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented);
      if (!input || !isPlain) return;
      const isInField = event.target === input;
      if (event.key === '/' && !isTyped(event.target)) input.focus();
      else if (event.key === 'Escape' && isInField) {
        if (input.value === '') input.blur();
        else onClear.current();
      } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        // Without words there is no result, and arrows scroll.
        if (input.value === '' || !step(input, event.key === 'ArrowDown')) return;
      } else return;
      event.preventDefault();
      if (event.key === '/') input.select();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [field]);
}
