import type { Plugin } from 'vite';
import { type Language, languageOf, languages } from '../edition/interface-language.ts';
import { site } from '../site.ts';

const NAME = 'virtual:messages';
const ID = `\0${NAME}`;

/** A language's file, for Vite, to which `/` is the project. */
const fileOf = (language: Language): string => `/src/i18n/${language.toLowerCase()}.ts`;

/** Only what the pages are printed in belongs to the app; most readers need no other language. */
export function messagesModule(own: Language): string {
  const others = languages
    .filter((language) => language !== own)
    .map((language) => `'${language}': () => import('${fileOf(language)}')`);
  return `export { messages } from '${fileOf(own)}';\nexport const others = { ${others.join(', ')} };\n`;
}

/** Gives the app the words of `site.lang`; the other languages come when a reader wants them. */
export function messagesPlugin(): Plugin {
  return {
    name: 'broadsheet-messages',
    resolveId: (id) => (id === NAME ? ID : undefined),
    load: (id) => (id === ID ? messagesModule(languageOf(site.lang)) : undefined),
  };
}
