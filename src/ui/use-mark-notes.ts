import { useMemo, useSyncExternalStore } from 'react';
import type { MarkList } from '../edition/edition-data.ts';
import { marksWords } from '../i18n/marks-words.ts';
import { placeWords } from '../i18n/place-words.ts';
import type { Mark, Marks } from '../library/marks.ts';
import { places } from '../library/places.ts';
import { useReader } from './reader.tsx';
import { usePercent } from './use-percent.ts';
import { useWords } from './use-words.ts';

/** What a list says of each of its articles: when it was opened or that it hasn't been, and how far it has been read. */
export function useMarkNotes(list: MarkList, { read }: Marks): (id: string, mark: Mark) => readonly string[] {
  const { language } = useReader();
  const [words, readWords] = [useWords(marksWords), useWords(placeWords)];
  const percent = usePercent();
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
    return done === undefined && !read.has(id) ? [words.unread] : howFar;
  };
}
