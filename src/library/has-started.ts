import { PLACES_KEY, SOME_PLACE } from '../edition/before-paint.ts';

/** Whether an article was left in the middle: as the pages' own script decides it, without reading more than it must. */
export function hasStarted(): boolean {
  try {
    return SOME_PLACE.test(localStorage.getItem(PLACES_KEY) ?? '');
  } catch {
    return false;
  }
}
