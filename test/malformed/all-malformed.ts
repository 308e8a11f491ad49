import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bodies, markdowns } from './bodies.ts';
import { encodings, lineEnds } from './encodings.ts';
import { fileNames } from './file-names.ts';
import { frontMatter } from './front-matter.ts';
import type { MalformedFile } from './malformed-file.ts';
import { sizes } from './sizes.ts';
import { addresses, categories, covers, dates } from './values.ts';

/** One file a fault. */
export const allMalformed: readonly MalformedFile[] = [
  ...encodings,
  ...lineEnds,
  ...sizes,
  ...frontMatter,
  ...dates,
  ...categories,
  ...covers,
  ...addresses,
  ...bodies,
  ...markdowns,
  ...fileNames,
];

export function writeMalformed(folder: string, files: readonly MalformedFile[]): void {
  for (const { file, content } of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), typeof content === 'function' ? content() : content, { flag: 'wx' });
  }
}
