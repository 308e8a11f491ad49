// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { selectedRange } from '../../src/library/selected-range.ts';

afterEach(() => document.body.replaceChildren());

function paragraphs(): readonly [title: Element, body: Element] {
  const title = Object.assign(document.createElement('h1'), { textContent: '灯塔' });
  const body = Object.assign(document.createElement('div'), { textContent: '潮水退了。' });
  document.body.append(title, body);
  return [title, body];
}

test('what is selected in an article’s text is a range of it', () => {
  const [, body] = paragraphs();
  document.getSelection()?.selectAllChildren(body);
  expect(selectedRange(body)?.toString()).toBe('潮水退了。');
});

test('what is selected elsewhere is not, nor is a place where nothing is', () => {
  const [title, body] = paragraphs();
  document.getSelection()?.selectAllChildren(title);
  expect(selectedRange(body)).toBeNull();
  document.getSelection()?.collapse(body, 0);
  expect(selectedRange(body)).toBeNull();
  document.getSelection()?.removeAllRanges();
  expect(selectedRange(body)).toBeNull();
});
