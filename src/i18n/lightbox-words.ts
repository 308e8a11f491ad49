import type { Language } from '../edition/interface-language.ts';

/** What the lightbox says, which shows one picture alone. */
export interface LightboxWords {
  readonly name: string;
  readonly previous: string;
  readonly next: string;
  readonly close: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly gallery: string;
  /** What one picture, and all of them, are called. */
  readonly slide: string;
  readonly carousel: string;
  /** `{index}` and `{total}` are put in. */
  readonly place: string;
}

const zhCN: LightboxWords = {
  name: '查看图片',
  ...{ previous: '上一张', next: '下一张', close: '关闭', zoomIn: '放大', zoomOut: '缩小' },
  ...{ gallery: '本文图片', slide: '图片', carousel: '图集', place: '第 {index} 张，共 {total} 张' },
};

const zhTW: LightboxWords = {
  name: '檢視圖片',
  ...{ previous: '上一張', next: '下一張', close: '關閉', zoomIn: '放大', zoomOut: '縮小' },
  ...{ gallery: '本文圖片', slide: '圖片', carousel: '圖集', place: '第 {index} 張，共 {total} 張' },
};

const en: LightboxWords = {
  name: 'Picture',
  ...{ previous: 'Previous', next: 'Next', close: 'Close', zoomIn: 'Zoom in', zoomOut: 'Zoom out' },
  ...{ gallery: 'Pictures of this article', slide: 'picture', carousel: 'gallery', place: '{index} of {total}' },
};

export const lightboxWords: Readonly<Record<Language, LightboxWords>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
