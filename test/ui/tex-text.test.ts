import { expect, test } from 'vitest';
import { texText } from '../../src/ui/tex-text.ts';

test.each([
  ['E=mc^2', 'E=mc²'],
  ['5.55\\times 10^{-18}', '5.55×10⁻¹⁸'],
  ['2^{53}-1', '2⁵³-1'],
  ['c', 'c'],
  ['\\frac{a+b}{2}', '(a+b)/2'],
  ['\\frac{1}{\\sqrt{2\\pi}}', '1/√2π'],
  ['e^{x+1}', 'e^(x+1)'],
  ['x_{ij} \\le x_1', 'x_ij ≤x₁'],
  ['\\left( \\mathrm{d}x \\right)', '( dx )'],
  ['\\unknown{y}', 'unknowny'],
  ['', ''],
  ['{{{', ''],
  ['\\frac{a', 'a'],
])('%s is read as %s', (tex, text) => {
  expect(texText(tex)).toBe(text);
});

test('a formula of any length is read in no time', () => {
  const long = '\\frac{'.repeat(3000) + 'x_{'.repeat(3000) + '^{'.repeat(3000);
  expect(texText(long).length).toBeLessThan(long.length);
});
