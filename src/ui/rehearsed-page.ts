import { whenIdle } from '../library/when-idle.ts';
import type { ArticleData } from './loaded-page.ts';

const PATIENCE_MS = 10_000;

let page: ArticleData | null = null;
let place: HTMLElement | null = null;
const listeners = new Set<() => void>();

function set(next: ArticleData | null): void {
  page = next;
  for (const listener of listeners) listener();
}

/**
 * An article that is drawn where nobody sees it, outside the document, before the first one is opened: a browser takes half as
 * long for what it has done before. It goes when it has been drawn.
 */
export const rehearsedPage = {
  get: () => page,
  /** The element it is drawn into; made when it is first asked for. */
  place: () => {
    place ??= document.createElement('div');
    return place;
  },
  draw(next: ArticleData): void {
    const end = () => {
      clearTimeout(patience);
      observer.disconnect();
      void whenIdle().then(() => set(null));
    };
    const observer = new MutationObserver(end);
    // One that fails draws nothing.
    const patience = setTimeout(end, PATIENCE_MS);
    observer.observe(rehearsedPage.place(), { childList: true });
    set(next);
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
