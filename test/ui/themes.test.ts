import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { settingTable, themeColors } from '../../src/edition/setting-table.ts';

const read = (file: string): string => readFileSync(new URL(`../../src/ui/${file}`, import.meta.url), 'utf8');

/** The custom properties that the rule of a selector sets to colours. */
function colors(css: string, selector: string): ReadonlyMap<string, string> {
  const rule = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return new Map(
    Array.from(rule.matchAll(/(--[a-z-]+): (#[0-9a-f]{6});/g), ([, name = '', value = '']) => [name, value]),
  );
}

/** A theme's colours: its own, on top of those it says nothing of. */
function themeOf(css: string, theme: string): ReadonlyMap<string, string> {
  return new Map([...colors(css, ':root'), ...colors(css, `:root[data-theme="${theme}"]`)]);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const tokens = read('tokens.css');
const code = read('code.css');
const themes = Object.keys(themeColors);

describe.each(themes)('the theme %s', (theme) => {
  const palette = themeOf(tokens, theme);
  const color = (name: string) => palette.get(name) ?? 'missing';

  test.each(
    ['--ink', '--muted', '--accent'].flatMap((text) => ['--paper', '--tint'].map((ground) => [text, ground] as const)),
  )('%s can be read on %s', (text, ground) => {
    expect(contrast(color(text), color(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each([...themeOf(code, theme)])('%s can be read where code stands', (_, text) => {
    expect(contrast(text, color('--tint'))).toBeGreaterThanOrEqual(4.5);
  });

  test('browsers colour their frame like its paper', () => {
    expect(color('--paper')).toBe(Object.entries(themeColors).find(([name]) => name === theme)?.[1]);
  });
});

test('every theme that can be chosen is tested', () => {
  expect(themes).toEqual(settingTable.theme.filter((theme) => theme !== 'auto'));
});

test('the dark that the device asks for is the dark that can be chosen', () => {
  for (const css of [tokens, code]) {
    expect(colors(css, ':root:not([data-theme])')).toEqual(colors(css, ':root[data-theme="dark"]'));
  }
});
