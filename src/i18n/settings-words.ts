import type { Language } from '../edition/interface-language.ts';
import type { SettingName, Settings } from '../edition/setting-table.ts';

/** Settings of which one is chosen among a few short words. */
export type ShortSetting = Exclude<SettingName, 'rows' | 'pictures' | 'keys' | 'swipe'>;

/** As their speakers know them, whatever the interface speaks. */
const ownNames = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', en: 'English' };

type Choices<Name extends SettingName> = Readonly<Record<Settings[Name], string>>;

/** What the panel of settings says. Apart from the other messages, because it comes when it is opened. */
export interface SettingsWords {
  readonly names: Readonly<Record<ShortSetting | 'pictures', string>>;
  readonly choices: { readonly [Name in ShortSetting | 'pictures']: Choices<Name> };
  readonly switches: Readonly<Record<'keys' | 'swipe', string>>;
  readonly reset: string;
  readonly wereReset: string;
}

const zhCN: SettingsWords = {
  names: {
    ...{ theme: '主题', size: '字号', leading: '行距', width: '版宽', face: '字体', paragraphs: '段落' },
    language: '语言',
    script: '汉字',
    pictures: '其他网站的图片',
  },
  choices: {
    theme: { auto: '自动', light: '浅色', sepia: '米黄', dark: '深色' },
    size: { small: '小', medium: '中', large: '大', huge: '特大' },
    leading: { tight: '紧', normal: '适中', loose: '松' },
    width: { narrow: '窄', normal: '适中', wide: '宽' },
    face: { sans: '黑体', serif: '宋体' },
    paragraphs: { spaced: '空行', indented: '缩进' },
    language: { auto: '自动', ...ownNames },
    script: { original: '原样', simplified: '简体', traditional: '繁体' },
    pictures: { always: '直接显示', tap: '点按后载入', never: '不显示' },
  },
  switches: { keys: '单键快捷键（按 ? 查看）', swipe: '左右滑动换一篇文章' },
  reset: '恢复默认',
  wereReset: '已恢复默认设置',
};

const zhTW: SettingsWords = {
  names: {
    ...{ theme: '主題', size: '字級', leading: '行距', width: '版寬', face: '字體', paragraphs: '段落' },
    language: '語言',
    script: '漢字',
    pictures: '其他網站的圖片',
  },
  choices: {
    theme: { auto: '自動', light: '淺色', sepia: '米黃', dark: '深色' },
    size: { small: '小', medium: '中', large: '大', huge: '特大' },
    leading: { tight: '緊', normal: '適中', loose: '鬆' },
    width: { narrow: '窄', normal: '適中', wide: '寬' },
    face: { sans: '黑體', serif: '明體' },
    paragraphs: { spaced: '空行', indented: '縮排' },
    language: { auto: '自動', ...ownNames },
    script: { original: '原樣', simplified: '簡體', traditional: '繁體' },
    pictures: { always: '直接顯示', tap: '點按後載入', never: '不顯示' },
  },
  switches: { keys: '單鍵快速鍵（按 ? 查看）', swipe: '左右滑動換一篇文章' },
  reset: '還原預設',
  wereReset: '已還原預設設定',
};

const en: SettingsWords = {
  names: {
    ...{ theme: 'Theme', size: 'Size', leading: 'Lines', width: 'Width', face: 'Type', paragraphs: 'Paragraphs' },
    language: 'Language',
    script: 'Chinese',
    pictures: 'Pictures of other sites',
  },
  choices: {
    theme: { auto: 'Auto', light: 'Light', sepia: 'Sepia', dark: 'Dark' },
    size: { small: 'Small', medium: 'Medium', large: 'Large', huge: 'Huge' },
    leading: { tight: 'Tight', normal: 'Normal', loose: 'Loose' },
    width: { narrow: 'Narrow', normal: 'Normal', wide: 'Wide' },
    face: { sans: 'Sans', serif: 'Serif' },
    paragraphs: { spaced: 'Spaced', indented: 'Indented' },
    language: { auto: 'Auto', ...ownNames },
    script: { original: 'As written', simplified: 'Simplified', traditional: 'Traditional' },
    pictures: { always: 'Show', tap: 'Load when tapped', never: 'Don’t show' },
  },
  switches: { keys: 'Single keys (press ? to see them)', swipe: 'Swipe sideways to turn to the next article' },
  reset: 'Reset',
  wereReset: 'Settings are as they were at first',
};

export const settingsWords: Readonly<Record<Language, SettingsWords>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
