import { languages } from './interface-language.ts';

/**
 * Settings that change how pages look. The printed pages' own script, the style sheet (`html[data-pictures="tap"]`) and the
 * app know them by these names alone.
 */
export const styleTable = {
  /** Colours: as the device has them, or one of three. */
  theme: ['auto', 'light', 'sepia', 'dark'],
  /** How an article's text is set (tokens.css, article.css). */
  size: ['medium', 'small', 'large', 'huge'],
  leading: ['normal', 'tight', 'loose'],
  width: ['normal', 'narrow', 'wide'],
  face: ['sans', 'serif'],
  /** Paragraphs stand apart, or begin with an indent. */
  paragraphs: ['spaced', 'indented'],
  /** Pictures of other hosts: loaded as they come, each when it is asked for, not at all. */
  pictures: ['always', 'tap', 'never'],
  /** Rows of lists: with excerpt and picture, or a title and a line. */
  rows: ['cards', 'compact'],
} as const;

/** Every setting of the reader's, with what it may be; the first is what it is until somebody chooses. */
export const settingTable = {
  ...styleTable,
  /** What the interface speaks: what the browser prefers, or one of these. */
  language: ['auto', ...languages],
  /** Chinese articles: in the characters they were written in, or all in the same. */
  script: ['original', 'simplified', 'traditional'],
  /** Whether single keys do something. */
  keys: ['on', 'off'],
  /** Whether a finger that swipes turns to the next article. */
  swipe: ['off', 'on'],
} as const;

/** What browsers colour their own frame with: the paper of each theme (`--paper` in tokens.css). */
export const themeColors = { light: '#fbf8f1', sepia: '#f4e7cc', dark: '#171614' } as const;

type Table = typeof settingTable;
export type SettingName = keyof Table;
export type Settings = { readonly [Name in SettingName]: Table[Name][number] };

/** The key in the browser's storage, and the version of what is stored there. */
export const SETTINGS_KEY = 'broadsheet.settings';
export const SETTINGS_VERSION = 1;
