import { messages, others } from 'virtual:messages';
import { type Language, languageOf } from '../edition/interface-language.ts';
import { site } from '../site.ts';
import { type DateFormat, dateFormat } from './format-date.ts';
import type { Messages } from './messages.ts';

/** What the interface says, in one language. */
export interface Speech {
  readonly language: Language;
  /** The same as a BCP 47 tag, for `lang`. */
  readonly lang: string;
  readonly messages: Messages;
  readonly dates: DateFormat;
}

function speechIn(language: Language, words: Messages, lang: string = language): Speech {
  return { language, lang, messages: words, dates: dateFormat(language, site.timeZone) };
}

/** What printed pages are written in. */
export const siteSpeech = speechIn(languageOf(site.lang), messages, site.lang);

/** The site's own language is at hand, the others are fetched. @throws Error where that fails */
export async function loadSpeech(language: Language): Promise<Speech> {
  const load = others[language];
  return load ? speechIn(language, (await load()).messages) : siteSpeech;
}
