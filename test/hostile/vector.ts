/** One hostile body. What it tries to run is always `trap(…)`; where it tries to go is always `evil.example`. */
export interface Vector {
  readonly name: string;
  readonly body: string;
  readonly format?: 'html' | 'markdown';
  /**
   * It leaves elements open, or swallows what follows in a careless parser, so it gets a page of its own: behind it another one
   * would not be tried.
   */
  readonly isOpen?: boolean;
}

/** A piece of a vector: what it is called and what it is. */
export type Piece = readonly [name: string, text: string];

/** Vectors as data: one for each entry, named `<group>: <name>`. */
export function vectors(group: string, pieces: readonly Piece[], more: Omit<Vector, 'name' | 'body'> = {}): Vector[] {
  return pieces.map(([name, body]) => ({ name: `${group}: ${name}`, body, ...more }));
}

/** Every payload in every context, a function from payload to body. */
export function combine(
  group: string,
  contexts: readonly (readonly [name: string, make: (payload: string) => string])[],
  payloads: readonly Piece[],
  more: Omit<Vector, 'name' | 'body'> = {},
): Vector[] {
  return contexts.flatMap(([context, make]) =>
    payloads.map(([name, payload]) => ({ name: `${group}: ${name} in ${context}`, body: make(payload), ...more })),
  );
}
