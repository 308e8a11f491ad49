import { withMarks, withoutMarks } from './mark-changes.ts';
import type { MarkStore, StoredMark } from './marks.ts';
import { type Place, places, withoutPlaces, withPlaces } from './places.ts';

/** What a history was before it was cleared, or a part of it: enough to put it back. */
export interface TakenHistory {
  readonly read: readonly StoredMark[];
  readonly places: readonly Place[];
}

/** Takes articles out of the history, with the places in them; all of them where `ids` is null. */
export function takeHistory(marks: MarkStore, ids: ReadonlySet<string> | null): TakenHistory {
  const isTaken = (id: string) => ids === null || ids.has(id);
  const taken = {
    read: marks.stored().read.filter(([id]) => isTaken(id)),
    places: places.get().filter(({ id }) => isTaken(id)),
  };
  marks.change(withoutMarks('read', ids));
  places.update(withoutPlaces(ids));
  return taken;
}

/** Puts back what was taken, among what was read meanwhile. */
export function putHistoryBack(marks: MarkStore, taken: TakenHistory): void {
  marks.change(withMarks('read', taken.read));
  places.update(withPlaces(taken.places));
}
