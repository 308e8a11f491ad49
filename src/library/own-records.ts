import { caughtUp, withCaughtUp, withoutCaughtUp } from './caught-up.ts';
import { type MarkListName, withMarks, withoutMarks } from './mark-changes.ts';
import type { MarkStore, StoredMark } from './marks.ts';
import type { OwnRecords } from './marks-file.ts';
import { type Place, places, withoutPlaces, withPlaces } from './places.ts';
import { recentSearches, withSearches } from './recent-searches.ts';
import type { SettingStore } from './settings.ts';

export interface OwnStores {
  readonly marks: MarkStore;
  readonly settings: SettingStore;
}

/** All this browser keeps of its reader. */
export function gatherRecords({ marks, settings }: OwnStores, withSearchWords: boolean): OwnRecords {
  const { read, saved } = marks.stored();
  return {
    ...{ read, saved, places: places.get(), caughtUp: caughtUp.get(), settings: settings.get() },
    searches: withSearchWords ? recentSearches.get() : [],
  };
}

const timeOf = ([id, at]: StoredMark) => `${at} ${id}`;
const timeOfPlace = ({ id, at }: Place) => `${at} ${id}`;

/** What is not yet there, or older there. */
export function newRecords(own: OwnRecords, others: OwnRecords): Pick<OwnRecords, 'saved' | 'read' | 'places'> {
  const marks = (list: MarkListName) => {
    const known = new Map(own[list].map(([id, at]) => [id, at]));
    return others[list].filter(([id, at]) => (known.get(id) ?? Number.NEGATIVE_INFINITY) < at);
  };
  const known = new Map(own.places.map(({ id, at }) => [id, at]));
  return {
    saved: marks('saved'),
    read: marks('read'),
    places: others.places.filter(({ id, at }) => (known.get(id) ?? Number.NEGATIVE_INFINITY) < at),
  };
}

/**
 * Takes records in among this browser's: nothing is lost, of two of one article the newer stays. Settings have no time and are
 * taken where that is wanted.
 * @returns what takes it back, but for what was marked meanwhile
 */
export function takeRecords(stores: OwnStores, others: OwnRecords, withSettings: boolean): () => void {
  const { marks, settings } = stores;
  const before = gatherRecords(stores, true);
  const fresh = newRecords(before, others);
  const freshLists = others.caughtUp.filter((list) => !before.caughtUp.includes(list));
  marks.change(withMarks('read', others.read));
  marks.change(withMarks('saved', others.saved));
  places.update(withPlaces(others.places));
  caughtUp.update(withCaughtUp(others.caughtUp));
  recentSearches.update(withSearches(others.searches));
  if (withSettings) settings.take(others.settings);

  const putBackMarks = (list: MarkListName) => {
    const taken = new Set(fresh[list].map(timeOf));
    const ids = new Set(marks.stored()[list].flatMap((mark) => (taken.has(timeOf(mark)) ? mark[0] : [])));
    marks.change(withoutMarks(list, ids));
    marks.change(
      withMarks(
        list,
        before[list].filter(([id]) => ids.has(id)),
      ),
    );
  };
  return () => {
    putBackMarks('read');
    putBackMarks('saved');
    const taken = new Set(fresh.places.map(timeOfPlace));
    const ids = new Set(places.get().flatMap((place) => (taken.has(timeOfPlace(place)) ? place.id : [])));
    places.update(withoutPlaces(ids));
    places.update(withPlaces(before.places.filter(({ id }) => ids.has(id))));
    caughtUp.update(withoutCaughtUp(freshLists));
    caughtUp.update(withCaughtUp(before.caughtUp));
    recentSearches.update(() => before.searches);
    if (withSettings) settings.take(before.settings);
  };
}
