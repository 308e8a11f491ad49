/** Those of the values that are there, in their order. */
export const present = <Value>(...values: readonly (Value | undefined | null)[]): readonly Value[] =>
  values.filter((value) => value !== undefined && value !== null);
