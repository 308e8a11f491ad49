import type { Language } from '../edition/interface-language.ts';

/** What is said of an article that was left in the middle. Apart from the other messages, because it comes with such places. */
export interface PlaceWords {
  /** `percent` is written as the language writes it. */
  readonly readTo: (percent: string) => string;
  readonly lastReadTo: (percent: string) => string;
  readonly readOn: string;
}

const zhCN: PlaceWords = {
  readTo: (percent) => `读到 ${percent}`,
  lastReadTo: (percent) => `上次读到 ${percent}`,
  readOn: '继续阅读',
};

const zhTW: PlaceWords = {
  readTo: (percent) => `讀到 ${percent}`,
  lastReadTo: (percent) => `上次讀到 ${percent}`,
  readOn: '繼續閱讀',
};

const en: PlaceWords = {
  readTo: (percent) => `${percent} read`,
  lastReadTo: (percent) => `You had read ${percent}`,
  readOn: 'Continue',
};

export const placeWords: Readonly<Record<Language, PlaceWords>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
