import { readersLanguage } from '../edition/interface-language.ts';
import { loadSpeech } from '../i18n/speech.ts';
import { nextTask } from '../library/next-task.ts';
import type { Reader, ReaderStore } from './reader.tsx';
import { warmDates } from './warm-dates.ts';

/**
 * A reader that speaks what its settings say, else what the browser prefers, as soon as the words are there. Until then, and
 * where they can't be had, it speaks on as before; they are asked for again with the next choice.
 */
export function followLanguage(printed: Reader): ReaderStore {
  const { settings } = printed;
  const listeners = new Set<() => void>();
  let reader = printed;

  const wanted = () => readersLanguage(settings?.get().language ?? 'auto', navigator.languages, printed.language);

  const follow = async () => {
    const language = wanted();
    if (language === reader.language) return;
    const speech = await loadSpeech(language);
    await nextTask();
    await warmDates(speech.dates);
    if (language !== wanted() || language === reader.language) return;
    reader = { ...printed, ...speech };
    for (const listener of listeners) listener();
  };
  const tryToFollow = () => void follow().catch(() => {});

  settings?.subscribe(tryToFollow);
  window.addEventListener('languagechange', tryToFollow);
  tryToFollow();

  return {
    get: () => reader,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    printed,
  };
}
