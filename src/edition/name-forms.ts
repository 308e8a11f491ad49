import { compareCodePoints } from './order.ts';
import { nameKey } from './slug.ts';

/** How often each spelling of one name was met. */
export type NameForms = Map<string, number>;

/** A name as it may be shown: blanks collapsed, nothing else changed. */
export function tidyName(name: string): string {
  return name.replace(/\s+/gu, ' ').trim();
}

export function countForm(forms: NameForms, form: string): void {
  forms.set(form, (forms.get(form) ?? 0) + 1);
}

/** Units that evening out changes: fewest in the simplified, half-width form. Capitals don't count. */
function distanceFromKey(form: string): number {
  const key = nameKey(form);
  const lower = form.toLowerCase();
  let distance = Math.abs(key.length - lower.length);
  for (let index = 0; index < key.length; index++) if (key[index] !== lower[index]) distance++;
  return distance;
}

/** The most used form; of equally used ones the simplified, then the first by code points. */
export function shownForm(forms: ReadonlyMap<string, number>): string {
  const [first] = [...forms].toSorted(
    ([a, timesA], [b, timesB]) => timesB - timesA || distanceFromKey(a) - distanceFromKey(b) || compareCodePoints(a, b),
  );
  return first?.[0] ?? '';
}
