import { present } from './present.ts';

/** Those of the values that are whole addresses of the web: names of entries may be, or not. */
export const webAddresses = (...values: readonly (string | undefined)[]): readonly string[] =>
  present(...values).filter((value) => /^https?:\/\//i.test(value));
