import { expect, test } from 'vitest';
import { codeLanguage } from '../../src/library/code-languages.ts';
import { codeTokens, learnLanguage } from '../../src/library/code-tokens.ts';

async function parts(code: string, name: string): Promise<readonly string[]> {
  const language = codeLanguage(name);
  if (!language) throw new Error(`no language ${name}`);
  await learnLanguage(language);
  return codeTokens(code, language).map(({ kind, start, end }) => `${kind} ${code.slice(start, end)}`);
}

test('parts of code have kinds', async () => {
  expect(await parts("// lamp\nconst lamp = 'lit';", 'js')).toEqual([
    'comment // lamp',
    'keyword const',
    "string 'lit'",
  ]);
});

test('code in a string is code again', async () => {
  const found = await parts('const a = `x${lamp + 1}y`;', 'js');
  expect(found).toEqual(['keyword const', 'string `x', 'number 1', 'string y`']);
});

test('a language in another has its own parts', async () => {
  const found = await parts('<p class="x">fog</p><script>let a = 1</script>', 'html');
  expect(found).toContain('keyword p');
  expect(found).toContain('keyword let');
});

test('offsets count characters beyond the basic plane as the page does', async () => {
  expect(await parts("let a = '🙂'; let b = 2;", 'js')).toContain("string '🙂'");
});

test('parts never overlap, come in order, and stay within the code', async () => {
  const code = '#!/bin/sh\nfor f in *.txt; do echo "${f%%.*} $(wc -l < "$f")"; done # all\n';
  const language = codeLanguage('sh');
  if (!language) throw new Error('no shell');
  await learnLanguage(language);
  let at = 0;
  for (const { start, end } of codeTokens(code, language)) {
    expect(start).toBeGreaterThanOrEqual(at);
    expect(end).toBeGreaterThan(start);
    at = end;
  }
  expect(at).toBeGreaterThan(0);
  expect(at).toBeLessThanOrEqual(code.length);
});
