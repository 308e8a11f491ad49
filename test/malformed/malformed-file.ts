/** What must become of a file with one fault. */
export type Outcome =
  | {
      readonly kind: 'published';
      readonly title: string;
      /** Words that must stand on its page. */
      readonly shows: string;
      /** A problem that must be reported, in full or in part; null where nothing may be said at all. */
      readonly says: string | null;
      /** The line that problem names. */
      readonly line: number | null;
    }
  | { readonly kind: 'left out'; readonly says: string }
  /** Counted with the files of other types; nothing is said of it. */
  | { readonly kind: 'skipped' };

export interface MalformedFile {
  /** Path inside the articles folder. */
  readonly file: string;
  /** Giants are made only when they are wanted. */
  readonly content: string | Uint8Array | (() => string | Uint8Array);
  readonly outcome: Outcome;
}

interface Told {
  readonly shows?: string;
  readonly says?: string;
  readonly line?: number;
}

/** Text that most of the files end in: whatever their fault is, it must not take this along. */
export const TAIL = 'The ferry sailed at noon.';

export function published(title: string, { shows = TAIL, says, line }: Told = {}): Outcome {
  return { kind: 'published', title, shows, says: says ?? null, line: line ?? null };
}

export function leftOut(says: string): Outcome {
  return { kind: 'left out', says };
}

/** A file's text: front matter lines, then the body and the tail. */
export function text(head: string, body = ''): string {
  return `---\n${head}\ndate: 2023-05-06\n---\n${body}\n<p>${TAIL}</p>\n`;
}

/** The same in Markdown. */
export function markdown(head: string, body = ''): string {
  return `---\n${head}\ndate: 2023-05-06\n---\n\n${body}\n\n${TAIL}\n`;
}

/** Bytes of texts and of numbers in hexadecimal: `bytes('a', [0xff])`. */
export function bytes(...pieces: readonly (string | readonly number[] | Uint8Array)[]): Uint8Array {
  return Buffer.concat(pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece))));
}

export function hex(digits: string): Uint8Array {
  return Buffer.from(digits, 'hex');
}
