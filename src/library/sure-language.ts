/** How much of a text is looked at. */
const LOOK_AT = 4000;

/**
 * Signs that stand in one language only, each in a bounded window of a line. Of languages that share their looks (C++ and Java, YAML
 * and prose) nothing is guessed: colours that mean nothing are worse than none.
 */
const signs: readonly (readonly [language: string, ...all: RegExp[]])[] = [
  ['bash', /^#!\S{0,40}(?:\/env )?\S{0,40}(?:ba|z|da|k)?sh\b/],
  ['python', /^#!.{0,40}\bpython/],
  ['perl', /^#!.{0,40}\bperl/],
  ['ruby', /^#!.{0,40}\bruby/],
  ['javascript', /^#!.{0,40}\bnode\b/],
  ['php', /^<\?php\b/],
  ['perl', /^use strict;/m, /^ {0,12}my [$@%]/m],
  ['php', /^ {0,12}\$\w{1,40} = .{1,200};$/m, /\w->\w|\w::\w|\bfunction /],
  ['xml', /^<(?:\?xml|!doctype html|html|svg|template|script)[\s>]/i],
  [
    'xml',
    /^<(?:head|body|main|div|section|p|ul|ol|table|form|style|button)(?:\s[a-z@:#][\w:@.-]{0,40}=[^<>]{0,200})?>/i,
  ],
  ['diff', /^(?:diff --git |@@ -\d{1,9}(?:,\d{1,9})? \+\d)/m],
  ['cpp', /^#include {0,4}[<"][\w./]{1,80}[>"]/m],
  ['java', /^package [\w.]{1,100};/m, /\bclass \w/],
  ['go', /^package \w{1,60}$/m, /^(?:func|import|type|var|const) /m],
  ['rust', /^(?:pub )?fn \w{1,60}.{0,200}\{$/m, /\blet mut |->|::/],
  ['python', /^ {0,8}def \w{1,60}\(.{0,200}\).{0,60}:$/m],
  ['python', /^from [\w.]{1,80} import \w/m],
  ['javascript', /^import .{1,200} from ['"]/m],
  ['javascript', /^(?:const|let|var) .{1,80} = require\(['"]/m],
  ['dockerfile', /^FROM [\w./:@-]{1,100}/m, /^(?:RUN|COPY|CMD|ENTRYPOINT|WORKDIR) /m],
  ['sql', /^(?:create (?:table|index|view) |insert into |alter table |select .{1,200}\sfrom \w)/im, /;\s*$/],
];

function isJson(code: string): boolean {
  if (!/^[[{]\s*["{[\]}\d-]/.test(code)) return false;
  try {
    JSON.parse(code);
    return true;
  } catch {
    return false;
  }
}

/** The language of code that doesn't name its own; '' unless it is certain. */
export function sureLanguage(code: string): string {
  const text = code.trim();
  if (isJson(text)) return 'json';
  const start = text.slice(0, LOOK_AT);
  return signs.find(([, ...all]) => all.every((sign) => sign.test(start)))?.[0] ?? '';
}
