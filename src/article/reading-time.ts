import { type Script, scriptOf } from './script.ts';

/** Characters of Chinese, Japanese or Korean read in a minute. */
const CHARACTERS_A_MINUTE = 500;
/** Words read in a minute, in scripts that write them apart. */
const WORDS_A_MINUTE = 230;

function isCjk(script: Script): boolean {
  return script === 'han' || script === 'kana' || script === 'hangul';
}

/** Whole minutes it takes to read a plain text, at least 1. Punctuation costs nothing. */
export function readingMinutes(text: string): number {
  let characters = 0;
  let words = 0;
  let insideWord = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.codePointAt(index) ?? 0;
    if (code > 0xffff) index++;
    const script = scriptOf(code);
    const isWord = script !== 'other' && !isCjk(script);
    if (isCjk(script)) characters++;
    else if (isWord && !insideWord) words++;
    // An apostrophe or a hyphen does not begin a new word: don't, e-mail.
    insideWord = isWord || (insideWord && (code === 0x27 || code === 0x2d || code === 0x2019));
  }
  return Math.max(1, Math.round(characters / CHARACTERS_A_MINUTE + words / WORDS_A_MINUTE));
}
