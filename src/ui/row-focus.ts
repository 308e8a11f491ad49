const LINKS = '.rows h3 a';
/** Rows that are drawn, one after another, while an unread one is looked for. */
const MOST_STEPS = 200;

function links(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(LINKS)];
}

const nextFrame = () => new Promise<number>((done) => requestAnimationFrame(done));

/** The article whose row has the focus; null where none has. */
export function focusedRow(): string | null {
  const heading = document.activeElement?.closest('.rows li')?.querySelector('h3');
  return heading?.id.replace(/^row-/, '') ?? null;
}

/** Opens the article whose row has the focus; false where none has. */
export function followRow(): boolean {
  const link = document.activeElement?.closest('.rows li')?.querySelector<HTMLElement>('h3 a');
  link?.click();
  return link != null;
}

function idOfLink(link: HTMLElement): string {
  return link.closest('h3')?.id.replace(/^row-/, '') ?? '';
}

/** The row beside the one that has the focus; without one, the first (or last) that is seen. */
function linkBeside(step: 1 | -1): HTMLElement | null {
  const all = links();
  const current = document.activeElement?.closest('.rows li')?.querySelector<HTMLElement>('h3 a') ?? null;
  const at = current === null ? -1 : all.indexOf(current);
  if (at !== -1) return all[at + step] ?? null;
  const isSeen = (link: HTMLElement) => {
    const { top, bottom } = link.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  };
  return (step === 1 ? all.find(isSeen) : all.findLast(isSeen)) ?? null;
}

/** Moves the focus to the next or previous row; false at the end of the list. */
export function stepRow(step: 1 | -1): boolean {
  const link = linkBeside(step);
  link?.focus();
  return link !== null;
}

/** Goes on, row by row, because only rows near the window are drawn, to one that fits. False where there is none near by. */
export async function findRow(step: 1 | -1, fits: (id: string) => boolean): Promise<boolean> {
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const link = linkBeside(step);
    if (link === null) return false;
    link.focus();
    if (fits(idOfLink(link))) return true;
    await nextFrame();
  }
  return false;
}
