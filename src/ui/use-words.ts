import type { Language } from '../edition/interface-language.ts';
import { useReader } from './reader.tsx';

/** What a feature says, in the language the interface speaks now. */
export function useWords<Words>(table: Readonly<Record<Language, Words>>): Words {
  return table[useReader().language];
}
