import { Converter } from 'opencc-js/t2cn';

/** The blocks of everyday and rare ideographs that are one UTF-16 unit each. */
const FIRST = 0x3400;
const LAST = 0x9fff;

/**
 * The source text of `src/edition/traditional-table.ts`: every traditional character that is written otherwise in
 * simplified Chinese, where both are one UTF-16 unit. The file is checked in, so that the browser never loads opencc;
 * `npx vitest run test/edition/traditional-table.test.ts -u` writes it again.
 */
export function makeTraditionalTable(): string {
  const toSimplified = Converter({ from: 't', to: 'cn' });
  let traditional = '';
  let simplified = '';
  for (let code = FIRST; code <= LAST; code++) {
    const character = String.fromCharCode(code);
    const simple = toSimplified(character);
    if (simple === character || simple.length !== 1) continue;
    traditional += character;
    simplified += simple;
  }
  return [
    '// Made by src/build/make-traditional-table.ts from opencc-js (Apache-2.0); do not edit.',
    '/** Traditional characters in code-point order … */',
    `export const traditional =\n  '${traditional}';`,
    '/** … and at the same index what each is in simplified Chinese. */',
    `export const simplified =\n  '${simplified}';`,
    '',
  ].join('\n');
}
