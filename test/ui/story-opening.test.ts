import type { Element, Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { storyOpening } from '../../src/ui/story-opening.ts';
import { textOf } from '../../src/ui/text-of.ts';

const block = (tagName: string, text: string): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children: text === '' ? [] : [{ type: 'text', value: text }],
});
const paragraphs = (count: number, length: number): Root => ({
  type: 'root',
  children: Array.from({ length: count }, (_, index) => block('p', String(index % 10).repeat(length))),
});

/** Lines of `signs` signs that the text of a tree takes. */
const lines = (tree: Root, signs: number): number =>
  tree.children.reduce((sum, child) => sum + Math.ceil(textOf(child).length / signs), 0);

describe('the opening of a story', () => {
  test.each([
    [412, 823, 22],
    [1280, 800, 38],
    [3840, 2160, 38],
  ])('fills a window of %d × %d below its title', (width, height, signs) => {
    const opening = storyOpening(paragraphs(400, 60), width, height);
    expect(lines(opening, signs) * 26).toBeGreaterThanOrEqual(height - 150);
    expect(opening.children.length).toBeLessThan(400);
  });

  test('holds twice as many letters as characters, which are twice as wide', () => {
    const characters = paragraphs(400, 60);
    for (const child of characters.children) {
      if (child.type === 'element') child.children = [{ type: 'text', value: '灯'.repeat(60) }];
    }
    const wide = storyOpening(characters, 412, 823).children.length;
    const narrow = storyOpening(paragraphs(400, 60), 412, 823).children.length;
    expect(narrow).toBeGreaterThan(wide * 1.4);
  });

  test('is the story where that is shorter', () => {
    const story = paragraphs(3, 40);
    expect(storyOpening(story, 412, 823)).toBe(story);
    const empty: Root = { type: 'root', children: [] };
    expect(storyOpening(empty, 412, 823)).toBe(empty);
  });

  test('begins as the story does, with whole blocks', () => {
    const story = paragraphs(400, 60);
    const opening = storyOpening(story, 412, 823);
    expect(opening.children).toEqual(story.children.slice(0, opening.children.length));
  });

  test('counts no picture as text: it may turn out to be low', () => {
    const pictures = Array.from({ length: 30 }, () => block('img', ''));
    const story: Root = { type: 'root', children: [...pictures, ...paragraphs(400, 60).children] };
    const text = (tree: Root) => tree.children.filter((child) => textOf(child) !== '').length;
    expect(text(storyOpening(story, 412, 823))).toBe(text(storyOpening(paragraphs(400, 60), 412, 823)));
  });
});
