import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { MarkList } from '../edition/edition-data.ts';
import { marksWords } from '../i18n/marks-words.ts';
import { placeWords } from '../i18n/place-words.ts';
import { caughtUp } from '../library/caught-up.ts';
import type { Mark, Marks } from '../library/marks.ts';
import { idsCaughtUp } from '../library/own-positions.ts';
import { places } from '../library/places.ts';
import { useApp, useEdition, useReader } from './reader.tsx';
import { usePercent } from './use-percent.ts';
import { useWords } from './use-words.ts';

const NOBODY: ReadonlySet<string> = new Set();

/** The saved articles that were read with a whole list: only the edition can tell. Null as long as nobody can. */
function useCaughtUp({ saved }: Marks, isWanted: boolean): ReadonlySet<string> | null {
  const { store } = useApp();
  const edition = useEdition();
  const lists = useSyncExternalStore(caughtUp.subscribe, caughtUp.get, caughtUp.get);
  const isAsked = isWanted && lists.length > 0;
  useEffect(() => {
    // Without an answer nothing is said of them.
    if (isAsked) store?.loadEdition().catch(() => {});
  }, [isAsked, store]);
  return useMemo(() => {
    if (!isAsked) return NOBODY;
    return edition && store && idsCaughtUp(saved, lists, edition, store);
  }, [isAsked, edition, store, saved, lists]);
}

/** What a list says of each of its articles: when it was opened or that it hasn't been, and how far it has been read. */
export function useMarkNotes(list: MarkList, marks: Marks): (id: string, mark: Mark) => readonly string[] {
  const { language } = useReader();
  const [words, readWords] = [useWords(marksWords), useWords(placeWords)];
  const percent = usePercent();
  const withLists = useCaughtUp(marks, list === 'saved');
  const left = useSyncExternalStore(places.subscribe, places.get, places.get);
  const progress = useMemo(() => new Map(left.map((place) => [place.id, place.progress])), [left]);
  const clock = useMemo(
    () => new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    [language],
  );
  return (id, { at }) => {
    const done = progress.get(id);
    const howFar = done === undefined ? [] : [readWords.readTo(percent(done))];
    if (list === 'history') return [words.readAt(clock.format(at)), ...howFar];
    if (done !== undefined) return howFar;
    const isUnread = withLists !== null && !withLists.has(id) && !marks.read.has(id);
    return isUnread ? [words.unread] : [];
  };
}
