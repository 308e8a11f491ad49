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

/** Giants that a build is worth: each goes another way through it. The others are read without one. */
const builtGiants = new Set([
  'sizes/five-megabytes.html',
  'sizes/a-hundred-megabytes.html',
  'bodies/nested-boxes.html',
  'bodies/closed-bold.html',
  'bodies/spaces.html',
  'bodies/hundred-thousand-attributes.html',
  'markdown/deep-quotes.md',
  'markdown/stars.md',
]);

const isGiant = ({ content }: MalformedFile): boolean => typeof content === 'function';

/** What one build is tested with; `MALFORMED=all` makes it all there are. */
export const builtFiles: readonly MalformedFile[] =
  process.env.MALFORMED === 'all'
    ? allMalformed
    : allMalformed.filter((each) => !isGiant(each) || builtGiants.has(each.file));

/** What takes long to read, and must not take for ever. */
export const giants: readonly MalformedFile[] = allMalformed.filter(isGiant);

export function writeMalformed(folder: string, files: readonly MalformedFile[]): void {
  for (const { file, content } of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), typeof content === 'function' ? content() : content, { flag: 'wx' });
  }
}
