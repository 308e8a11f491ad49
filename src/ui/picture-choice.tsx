import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { ForeignPicture } from '../article/foreign-pictures.ts';
import type { Settings } from '../edition/setting-table.ts';
import { useSetting } from './use-setting.ts';

/** How an article's pictures of other hosts are treated. */
export interface PictureChoice {
  readonly setting: Settings['pictures'];
  /** All of this page have been asked for. */
  readonly all: boolean;
  readonly askForAll: () => void;
  /** The addresses of those that have been asked for one by one. */
  readonly asked: ReadonlySet<string>;
  readonly ask: (src: string) => void;
  /** How many there are, and the address of the first, which offers to load the others too. */
  readonly count: number;
  readonly first: string | null;
}

const none: ReadonlySet<string> = new Set();

const shown: PictureChoice = {
  ...{ setting: 'always', all: false, askForAll: () => {} },
  ...{ asked: none, ask: () => {}, count: 0, first: null },
};

const PictureChoiceContext = createContext<PictureChoice>(shown);

export const PictureChoiceProvider = PictureChoiceContext.Provider;

export function usePictureChoice(): PictureChoice {
  return useContext(PictureChoiceContext);
}

/** The choice for one article, as the setting has it until the reader asks for all of its pictures. */
export function useArticlePictures(pictures: readonly ForeignPicture[]): PictureChoice {
  const setting = useSetting('pictures');
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState(none);
  const askForAll = useCallback(() => setAll(true), []);
  const ask = useCallback((src: string) => setAsked((last) => new Set(last).add(src)), []);
  const first = pictures[0]?.src ?? null;
  const count = pictures.length;
  return useMemo(
    () => ({ setting, all: all && setting === 'tap', askForAll, asked, ask, count, first }),
    [setting, all, askForAll, asked, ask, count, first],
  );
}
