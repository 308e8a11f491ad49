import { useEffect, useMemo, useState } from 'react';
import type { Body } from '../article/body.ts';
import type * as Chinese from '../library/convert-chinese.ts';
import type { Convert } from '../library/convert-chinese.ts';
import { useSetting } from './use-setting.ts';

/** An article in the characters the reader wants. */
export interface ShownChinese {
  readonly lang: string;
  readonly text: Convert;
  readonly body: (body: Body) => Body;
}

const asWritten = (lang: string): ShownChinese => ({ lang, text: (text) => text, body: (body) => body });

/** What `lang` is to be read in, should it be another script of Chinese; null where it stays. */
function wanted(lang: string, script: 'original' | 'simplified' | 'traditional') {
  if (script === 'original' || !lang.startsWith('zh')) return null;
  return lang === (script === 'simplified' ? 'zh-Hans' : 'zh-Hant') ? null : script;
}

/** How an article of this language is shown: as it was written, until the other characters have been asked for and have come. */
export function useChinese(lang: string): ShownChinese {
  const to = wanted(lang, useSetting('script'));
  const [loaded, setLoaded] = useState<{
    readonly to: string;
    readonly convert: Convert;
    readonly chinese: typeof Chinese;
  } | null>(null);
  useEffect(() => {
    let isWanted = to !== null;
    const load = async () => {
      const chinese = await import('../library/convert-chinese.ts');
      const convert = await chinese.loadConvert(to ?? 'simplified');
      if (isWanted && to) setLoaded({ to, convert, chinese });
    };
    // The article stays as it was written.
    if (to !== null) load().catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [to]);
  return useMemo(() => {
    if (to === null || loaded?.to !== to) return asWritten(lang);
    const { convert, chinese } = loaded;
    return {
      lang: to === 'traditional' ? 'zh-Hant' : 'zh-Hans',
      text: convert,
      body: (body) => chinese.convertBody(body, convert),
    };
  }, [lang, to, loaded]);
}
