import { pinyin } from 'pinyin-pro';
import { createSlugger } from '../edition/slug.ts';

/** Slugs of names in any script, Chinese by its pinyin. */
export const nameSlugs = createSlugger((text) => pinyin(text, { toneType: 'none', nonZh: 'consecutive' }));
