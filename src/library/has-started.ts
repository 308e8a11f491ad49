import { PLACES_KEY, SOME_PLACE } from '../edition/before-paint.ts';

/** Whether an article was left in the middle: as the pages' own script decides it, without reading more than it must. */
export function hasStarted(): boolean {
  try {
    return (localStorage.getItem(PLACES_KEY) ?? '').includes(SOME_PLACE);
  } catch {
    return false;
  }
}
