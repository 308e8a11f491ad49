import type { Language } from '../edition/interface-language.ts';

/** What the page about the paper says of its state. Apart from the other messages, because it comes with that page. */
export interface AboutWords {
  readonly edition: string;
  readonly between: (first: string, last: string) => string;
  /** Goes on after what stands before it. */
  readonly undated: (count: string) => string;
  readonly languages: (list: string) => string;
  readonly byPeriod: string;
  readonly bar: (period: string, count: string) => string;
  /** Beside the drawing: what its highest bar stands for. */
  readonly atMost: (count: string) => string;
  readonly files: string;
  readonly allWell: string;
  readonly recovered: (count: string) => string;
  readonly leftOut: (count: string) => string;
  readonly device: string;
  readonly deviceNote: string;
  /** Both go on after the note. */
  readonly kept: (size: string) => string;
  readonly nothingKept: string;
  readonly clear: string;
  readonly clearSure: string;
  readonly yes: string;
  readonly no: string;
  readonly cleared: string;
  readonly deadHosts: string;
  readonly deadHostsNote: string;
  readonly failures: (count: string) => string;
  readonly program: string;
  readonly version: (version: string) => string;
  readonly packages: string;
}

const files = (count: string): string => (count === '1' ? '1 file' : `${count} files`);

export const aboutWords: Readonly<Record<Language, AboutWords>> = {
  'zh-CN': {
    edition: '这一期',
    between: (first, last) => `从 ${first} 到 ${last}。`,
    undated: (count) => `${count} 篇日期不详。`,
    languages: (list) => `语言：${list}`,
    byPeriod: '各时段篇数',
    bar: (period, count) => `${period}：${count} 篇`,
    atMost: (count) => `最高 ${count} 篇`,
    files: '文章文件',
    allWell: '所有文件都读得顺利。',
    recovered: (count) => `${count} 个文件有小毛病，已修复后刊出。`,
    leftOut: (count) => `${count} 个文件无法读取，没有刊出。`,
    device: '这台设备上的内容',
    deviceNote: '设置、收藏、已读记录、读到的位置和离线内容只存放在这台设备的浏览器里。',
    kept: (size) => `现占用约 ${size}。`,
    nothingKept: '现在没有存放任何内容。',
    clear: '全部清除',
    clearSure: '收藏、已读记录、设置和离线内容都会删除，无法撤销。确定清除？',
    yes: '清除',
    no: '保留',
    cleared: '已全部清除',
    deadHosts: '取不到图片的网站',
    deadHostsNote: '这台设备最近没能从这些网站载入图片。',
    failures: (count) => `${count} 次`,
    program: '程序',
    version: (version) => `Broadsheet ${version}，MIT 许可。`,
    packages: '用到的软件包与许可',
  },
  'zh-TW': {
    edition: '這一期',
    between: (first, last) => `從 ${first} 到 ${last}。`,
    undated: (count) => `${count} 篇日期不詳。`,
    languages: (list) => `語言：${list}`,
    byPeriod: '各時段篇數',
    bar: (period, count) => `${period}：${count} 篇`,
    atMost: (count) => `最高 ${count} 篇`,
    files: '文章檔案',
    allWell: '所有檔案都讀得順利。',
    recovered: (count) => `${count} 個檔案有小毛病，已修復後刊出。`,
    leftOut: (count) => `${count} 個檔案無法讀取，沒有刊出。`,
    device: '這台裝置上的內容',
    deviceNote: '設定、收藏、已讀記錄、讀到的位置和離線內容只存放在這台裝置的瀏覽器裡。',
    kept: (size) => `目前占用約 ${size}。`,
    nothingKept: '目前沒有存放任何內容。',
    clear: '全部清除',
    clearSure: '收藏、已讀記錄、設定和離線內容都會刪除，無法復原。確定清除？',
    yes: '清除',
    no: '保留',
    cleared: '已全部清除',
    deadHosts: '取不到圖片的網站',
    deadHostsNote: '這台裝置最近沒能從這些網站載入圖片。',
    failures: (count) => `${count} 次`,
    program: '程式',
    version: (version) => `Broadsheet ${version}，MIT 授權。`,
    packages: '用到的套件與授權',
  },
  en: {
    edition: 'This edition',
    between: (first, last) => `From ${first} to ${last}.`,
    undated: (count) => (count === '1' ? ' 1 article has no date.' : ` ${count} articles have no date.`),
    languages: (list) => `Languages: ${list}`,
    byPeriod: 'Articles over time',
    bar: (period, count) => `${period}: ${count}`,
    atMost: (count) => `highest: ${count}`,
    files: 'Article files',
    allWell: 'Every file was read without trouble.',
    recovered: (count) => `${files(count)} had something wrong that could be put right.`,
    leftOut: (count) => `${files(count)} could not be read and did not appear.`,
    device: 'On this device',
    deviceNote:
      'Settings, saved articles, what was read, your place in articles and offline reading are kept in this browser alone.',
    kept: (size) => ` They take about ${size}.`,
    nothingKept: ' Nothing is kept now.',
    clear: 'Clear everything',
    clearSure: 'Saved articles, what was read, settings and offline reading will be gone for good. Clear everything?',
    yes: 'Clear',
    no: 'Keep',
    cleared: 'Everything is cleared',
    deadHosts: 'Sites whose pictures can’t be had',
    deadHostsNote: 'This device could not load pictures from these sites lately.',
    failures: (count) => (count === '1' ? 'once' : `${count} times`),
    program: 'The program',
    version: (version) => `Broadsheet ${version}, MIT licence.`,
    packages: 'Packages and their licences',
  },
};
