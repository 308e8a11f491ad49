import { describe, expect, test } from 'vitest';
import { codeLanguage } from '../../src/library/code-languages.ts';
import { sureLanguage } from '../../src/library/sure-language.ts';

describe('the language of code that does not name it', () => {
  test.each([
    ['bash', '#!/usr/bin/env bash\nset -e\n'],
    ['python', '#!/usr/bin/python3\nprint(1)'],
    ['python', 'import os\n\ndef wind(speed: int) -> str:\n    return "calm"\n'],
    ['php', '<?php echo $lamp;'],
    ['php', '$lamp = new Lamp();\n$lamp->light(3);\n'],
    ['perl', 'use strict;\nmy $lamp = Lamp->new;\n'],
    ['xml', '<!DOCTYPE html>\n<p>Fog</p>'],
    ['xml', '<div id="lamp">\n  {{ fog }}\n</div>'],
    ['json', '{ "lamp": [1, 2, 3] }'],
    ['json', '[]'],
    ['diff', 'diff --git a/lamp.ts b/lamp.ts\n@@ -1,2 +1,3 @@\n'],
    ['cpp', '#include <stdio.h>\nint main() { return 0; }'],
    ['java', 'package lamps.coast;\n\npublic class Lamp {}\n'],
    ['go', 'package main\n\nimport "fmt"\n'],
    ['rust', 'fn main() {\n    let mut lamp = 1;\n}'],
    ['javascript', "import { lamp } from './lamp.js';\n"],
    ['javascript', "const lamp = require('lamp');\n"],
    ['dockerfile', 'FROM node:20\nRUN npm ci\n'],
    ['sql', 'SELECT name FROM lamps WHERE lit = 1;'],
  ])('is %s where it can be nothing else', (language, code) => {
    expect(sureLanguage(code)).toBe(language);
    expect(codeLanguage(language)?.name).toBe(language);
  });

  test.each([
    ['prose', 'The lamp is lit at dusk: from then on, somebody must watch it.'],
    ['Chinese prose', '灯塔的灯在黄昏点亮。'],
    ['a drawing', '+----+\n| ab |\n+----+'],
    ['a log', '12:00:01 INFO lamp lit\n12:00:02 WARN fog'],
    ['a sentence about SQL', 'Select a lamp from the list'],
    ['braces of any language', 'int lamp() {\n  return 1;\n}'],
    ['a list in brackets', '[lamp, fog, wind]'],
    ['a comparison', '<p && q> is no element'],
    ['nothing', ''],
  ])('is not guessed of %s', (_, text) => {
    expect(sureLanguage(text)).toBe('');
  });
});

test.each([
  ['JS', 'javascript'],
  ['c++', 'cpp'],
  ['c#', 'csharp'],
  ['yml', 'yaml'],
  ['html', 'xml'],
  ['sh', 'bash'],
])('a language is known by its other name %s', (name, known) => {
  expect(codeLanguage(name)?.name).toBe(known);
});

test.each(['', 'brainfuck', 'constructor', '__proto__'])('nothing is known of "%s"', (name) => {
  expect(codeLanguage(name)).toBeNull();
});
