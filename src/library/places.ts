import { PLACES_KEY } from '../edition/before-paint.ts';
import type { MarkName } from './mark-changes.ts';
import { isMoment } from './marks.ts';
import { type Change, type Kept, type KeptOptions, keepValue } from './storage.ts';
import type { TextPlace } from './text-place.ts';

/** An article that was left in the middle, and where. Finished ones are not kept. */
export interface Place extends TextPlace {
  readonly id: string;
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** How much of the text had been read, in thousandths. */
  readonly progress: number;
  /** Empty where only the edition knows it. */
  readonly title: string;
  readonly source: string;
}

/** More than anyone returns to; older ones are forgotten first. */
export const MOST_PLACES = 200;
export const PLACES_VERSION = 1;

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1000;

export function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  const { id, at, progress, title, source, block, index, fraction }: Partial<Record<string, unknown>> = { ...value };
  const areTexts = [id, title, source, block].every((text) => typeof text === 'string');
  return areTexts && isMoment(at) && isShare(progress) && isShare(fraction) && Number.isSafeInteger(index);
}

function readPlaces(data: unknown): readonly Place[] {
  return Array.isArray(data) ? data.filter(isPlace) : [];
}

/** The last left last. */
export function keepPlaces(area?: NonNullable<KeptOptions<unknown>['area']>): Kept<readonly Place[]> {
  const options = { key: PLACES_KEY, version: PLACES_VERSION, initial: [], parse: readPlaces };
  return keepValue<readonly Place[]>(area ? { ...options, area } : options);
}

/** This browser's. Its parts come on demand, and all must see one another's changes. */
export const places = keepPlaces();

/** Writes down what articles are called of which that was not known. */
export function withPlaceNames(names: ReadonlyMap<string, MarkName>): Change<readonly Place[]> {
  return (all) => all.map((place) => (place.title === '' ? { ...place, ...names.get(place.id) } : place));
}

/** `ids` null: all of them. */
export function withoutPlaces(ids: ReadonlySet<string> | null): Change<readonly Place[]> {
  return (all) => (ids ? all.filter(({ id }) => !ids.has(id)) : []);
}

/** Puts places among those that are there; of one article the newer stays. */
export function withPlaces(others: readonly Place[]): Change<readonly Place[]> {
  return (own) => {
    const newest = new Map<string, Place>();
    for (const place of [...own, ...others]) {
      const known = newest.get(place.id);
      if (known && known.at >= place.at) continue;
      newest.set(
        place.id,
        place.title === '' && known ? { ...place, title: known.title, source: known.source } : place,
      );
    }
    return [...newest.values()].sort((one, other) => one.at - other.at).slice(-MOST_PLACES);
  };
}
