import { expect, test } from 'vitest';
import { remember } from '../../src/article/remember.ts';

test('a function that remembers gives what it gave, and asks once', () => {
  const asked: string[] = [];
  const lengthOf = remember((text: string) => {
    asked.push(text);
    return text === '' ? null : text.length;
  });
  expect(['', 'a', 'bb', 'a', ''].map(lengthOf)).toEqual([null, 1, 2, 1, null]);
  expect(asked).toEqual(['', 'a', 'bb']);
});

test('it holds no long text, and never many', () => {
  const asked: string[] = [];
  const first = remember((text: string) => {
    asked.push(text);
    return text.charAt(0);
  });
  const long = 'x'.repeat(100_000);
  expect([first(long), first(long)]).toEqual(['x', 'x']);
  expect(asked).toHaveLength(2);
  for (let number = 0; number < 1000; number++) first(`no ${number}`);
  first('no 0');
  expect(asked).toHaveLength(1003);
});
