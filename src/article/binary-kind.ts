const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a WebP picture or another RIFF file', [0x52, 0x49, 0x46, 0x46]],
  ['a gzip archive', [0x1f, 0x8b, 0x08]],
  ['a ZIP archive or an office document', [0x50, 0x4b, 0x03, 0x04]],
  ['a 7z archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21, 0x1a]],
  ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['an old office document', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20]],
];

/** What a file is that is called an article and holds no text; null where its first bytes say nothing of the kind. */
export function binaryKind(bytes: Uint8Array): string | null {
  return SIGNATURES.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte))?.[0] ?? null;
}

/** Enough to tell text from noise. */
const SAMPLE = 20_000;

/** Whether decoded text is none: a tenth of it are controls and characters that could not be read. */
export function isNoise(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const strange =
    sample.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\u007F-\u0084\u0086-\u009F\uFFFD\uFFFE\uFFFF]/g)?.length ?? 0;
  return strange > 20 && strange > sample.length / 10;
}
