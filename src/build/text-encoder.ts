/** UTF-8 of a text in pieces. What is given holds only until the next is asked for. */
export type EncodePieces = (pieces: readonly string[]) => Uint8Array;

/** What a UTF-16 unit takes at most. */
const BYTES_A_UNIT = 3;

/**
 * Encodes texts that hold some long passages again and again: those are encoded once, and all are written into the same memory,
 * because to ask for new memory and for each text's length first takes longer than to encode.
 * @param passages known where they are pieces of their own
 */
export function textEncoder(passages: readonly string[]): EncodePieces {
  const known = passages.map((passage) => Buffer.from(passage));
  let room = Buffer.alloc(1 << 18);
  return (pieces) => {
    const needed = pieces.reduce((sum, { length }) => sum + length, 0) * BYTES_A_UNIT;
    if (needed > room.length) room = Buffer.alloc(needed);
    let end = 0;
    for (const piece of pieces) {
      const passage = known[passages.indexOf(piece)];
      end += passage === undefined ? room.write(piece, end) : passage.copy(room, end);
    }
    return room.subarray(0, end);
  };
}
