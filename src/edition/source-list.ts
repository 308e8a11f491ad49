import type { SourceNode } from './edition-data.ts';
import { countForm, type NameForms, shownForm, tidyName } from './name-forms.ts';
import { compareCodePoints } from './order.ts';
import { sizeClass } from './size-class.ts';
import { nameKey, type Slugger } from './slug.ts';

export interface SourceList {
  /** By size class, then by name. */
  readonly nodes: readonly SourceNode[];
  /** For every name given, the index of its source, or -1 where the name is empty. */
  readonly indexOf: readonly number[];
}

function collectForms(names: readonly string[], keys: ReadonlyMap<string, string>): Map<string, NameForms> {
  const sources = new Map<string, NameForms>();
  for (const name of names) {
    const form = tidyName(name);
    if (form === '') continue;
    const key = keys.get(name) ?? '';
    const forms: NameForms = sources.get(key) ?? new Map();
    sources.set(key, forms);
    countForm(forms, form);
  }
  return sources;
}

/**
 * All sources of an edition. Names are one where they differ only in script, width, case, dashes or blanks, and are shown
 * in their most used form.
 * @param names one source an article, '' where it has none
 */
export function buildSourceList(names: readonly string[], slugger: Slugger): SourceList {
  // Thousands of articles share a few dozen sources: each name is folded once.
  const keys = new Map([...new Set(names)].map((name) => [name, nameKey(tidyName(name))]));
  const sources = [...collectForms(names, keys)].toSorted(([a], [b]) => compareCodePoints(a, b));
  const slugs = slugger(sources.map(([key]) => key));
  const keyed = sources
    .map(([key, forms], index) => {
      const count = [...forms.values()].reduce((sum, times) => sum + times, 0);
      return { key, node: { name: shownForm(forms), slug: slugs[index] ?? '', count } };
    })
    .toSorted(
      (a, b) => sizeClass(b.node.count) - sizeClass(a.node.count) || compareCodePoints(a.node.name, b.node.name),
    );
  const indexes = new Map(keyed.map(({ key }, index) => [key, index]));
  return {
    nodes: keyed.map(({ node }) => node),
    indexOf: names.map((name) => indexes.get(keys.get(name) ?? '') ?? -1),
  };
}
