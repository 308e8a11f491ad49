/** What the interface can speak. */
export const languages = ['zh-CN', 'zh-TW', 'en'] as const;

export type Language = (typeof languages)[number];

/** The interface's language for a BCP 47 tag: traditional for `Hant` and, unless `Hans` is said, Taiwan, Hong Kong, Macau; null for others. */
function knownLanguage(tag: string): Language | null {
  const parts = tag.toLowerCase().split('-');
  if (parts[0] === 'en') return 'en';
  if (parts[0] !== 'zh') return null;
  if (parts.includes('hans')) return 'zh-CN';
  return ['hant', 'tw', 'hk', 'mo'].some((part) => parts.includes(part)) ? 'zh-TW' : 'zh-CN';
}

/** The interface's language on a site of a BCP 47 tag. */
export function languageOf(tag: string): Language {
  return knownLanguage(tag) ?? 'zh-CN';
}

/**
 * What the interface speaks to a reader.
 * @param chosen `auto` leaves it to the browser
 * @param preferred the browser's languages, the dearest first
 * @param site what it speaks where the browser knows none of ours
 */
export function readersLanguage(chosen: Language | 'auto', preferred: readonly string[], site: Language): Language {
  if (chosen !== 'auto') return chosen;
  for (const tag of preferred) {
    const language = knownLanguage(tag);
    if (language !== null) return language;
  }
  return site;
}
