import { createRequire } from 'node:module';
import { createSlugger, type Slugger } from '../edition/slug.ts';
import { quietly } from './sharded-store.ts';
import { readStamped, writeStamped } from './stamped-file.ts';

type Spell = (name: string) => string;

let dictionary: typeof import('pinyin-pro') | null = null;

/** Chinese by its pinyin. The dictionary comes with the first name: to load it takes longer than to name a whole edition. */
function spell(name: string): string {
  dictionary ??= createRequire(import.meta.url)('pinyin-pro') as typeof import('pinyin-pro');
  return dictionary.pinyin(name, { toneType: 'none', nonZh: 'consecutive' });
}

/** Slugs of names in any script. */
export const nameSlugs = createSlugger(spell);

/** Slugs of names that are mostly the same from build to build. */
export interface KnownNames {
  readonly slugs: Slugger;
  /** Writes how all names are spelt that slugs were made of. */
  readonly save: () => void;
}

/**
 * Remembers in a file of the cache how names are spelt.
 * @param stamp of the program and its packages
 */
export function openKnownNames(file: string, stamp: string): KnownNames {
  const known = new Map(readStamped(file, stamp) as [string, string][] | null);
  const used = new Map<string, string>();
  const remember: Spell = (name) => {
    const spelt = used.get(name) ?? known.get(name) ?? spell(name);
    used.set(name, spelt);
    return spelt;
  };
  return {
    slugs: createSlugger(remember),
    save() {
      const isSame = used.size === known.size && [...used.keys()].every((name) => known.has(name));
      if (!isSame) quietly(() => writeStamped(file, stamp, [...used]));
    },
  };
}
