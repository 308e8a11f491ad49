import type { Language } from '../edition/interface-language.ts';

/** Lists of a file, as it names them. */
export type FileList = 'saved' | 'read' | 'places' | 'caughtUp' | 'settings' | 'searches';

/** What is said of taking one's records along. Apart from the other messages, because it comes when it is asked for. */
export interface TransferWords {
  readonly open: string;
  readonly exportHead: string;
  readonly exportNote: string;
  readonly withSearches: string;
  readonly exportFile: string;
  readonly importHead: string;
  readonly importNote: string;
  readonly chooseFile: string;
  readonly handOffHead: string;
  readonly handOffNote: string;
  readonly code: string;
  /** What a code holds, as a sentence's parts. */
  readonly codeHolds: (parts: string) => string;
  /** `shown` of `all` saved articles. */
  readonly newestSaved: (shown: string, all: string) => string;
  readonly longLink: string;
  readonly nothing: string;
  readonly counts: {
    readonly saved: (count: string) => string;
    readonly read: (count: string) => string;
    readonly places: (count: string) => string;
    readonly caughtUp: (count: string) => string;
    readonly searches: (count: string) => string;
    readonly settings: string;
  };
  readonly askFile: string;
  readonly askLink: string;
  readonly holds: (parts: string) => string;
  /** Of what is held, what is not yet here. */
  readonly fresh: (parts: string) => string;
  readonly nothingFresh: string;
  readonly takeSettings: string;
  readonly take: string;
  readonly leave: string;
  readonly faults: {
    readonly unreadable: string;
    readonly tooLarge: string;
    readonly noJson: (line: string | null) => string;
    readonly notOurs: string;
    readonly newer: string;
    readonly badEntry: (line: string, list: string, place: string | null) => string;
    readonly brokenLink: string;
  };
  readonly lists: Readonly<Record<FileList, string>>;
}

const zhCN: TransferWords = {
  open: '备份与转移',
  exportHead: '存成文件',
  exportNote: '收藏、历史、读到的位置和设置，存成一个 JSON 文件。',
  withSearches: '连同最近的搜索',
  exportFile: '导出文件',
  importHead: '从文件读入',
  importNote: '与这里已有的合并：什么也不会丢，同一篇以较新的为准。',
  chooseFile: '选择文件…',
  handOffHead: '交给另一台设备',
  handOffNote: '用另一台设备扫这个码。内容在地址的 # 之后，不会发给任何服务器。',
  code: '交给另一台设备的二维码',
  codeHolds: (parts) => `码里有：${parts}。`,
  newestSaved: (shown, all) => `最近收藏的 ${shown} 篇（共 ${all} 篇）`,
  longLink: '链接里是全部，但很长，有的应用会截断它；文件更稳妥。',
  nothing: '这里还没有可以交出去的收藏或位置。',
  counts: {
    saved: (count) => `收藏 ${count} 篇`,
    read: (count) => `历史 ${count} 篇`,
    places: (count) => `读到的位置 ${count} 处`,
    caughtUp: (count) => `标为已读的列表 ${count} 个`,
    searches: (count) => `搜索 ${count} 条`,
    settings: '设置',
  },
  askFile: '读入这个文件？',
  askLink: '另一台设备交来了这些，要合并吗？',
  holds: (parts) => `其中有：${parts}。`,
  fresh: (parts) => `这里还没有的，或更新的：${parts}。`,
  nothingFresh: '其中没有这里缺少的文章。',
  takeSettings: '也采用其中的设置',
  take: '合并',
  leave: '不要',
  faults: {
    unreadable: '这个文件读不出来。',
    tooLarge: '文件太大，不会是这里导出的。什么也没有改动。',
    noJson: (line) => `${line === null ? '' : `第 ${line} 行：`}这不是完好的 JSON，也许文件不完整。什么也没有改动。`,
    notOurs: '这不是这里导出的文件。什么也没有改动。',
    newer: '它来自更新的版本，这里还看不懂。重新载入本页再试。什么也没有改动。',
    badEntry: (line, list, place) =>
      `第 ${line} 行：${list}${place === null ? '' : `第 ${place} 项`}有误。什么也没有改动。`,
    brokenLink: '这个链接不完整，也许被截断了。请再扫一次，或改用文件。什么也没有改动。',
  },
  lists: {
    ...{ saved: '收藏', read: '历史', places: '位置', caughtUp: '标为已读的列表' },
    ...{ settings: '设置', searches: '搜索' },
  },
};

const zhTW: TransferWords = {
  open: '備份與轉移',
  exportHead: '存成檔案',
  exportNote: '收藏、歷史、讀到的位置和設定，存成一個 JSON 檔案。',
  withSearches: '連同最近的搜尋',
  exportFile: '匯出檔案',
  importHead: '從檔案讀入',
  importNote: '與這裡已有的合併：什麼也不會丟，同一篇以較新的為準。',
  chooseFile: '選擇檔案…',
  handOffHead: '交給另一台裝置',
  handOffNote: '用另一台裝置掃這個碼。內容在網址的 # 之後，不會傳給任何伺服器。',
  code: '交給另一台裝置的 QR 碼',
  codeHolds: (parts) => `碼裡有：${parts}。`,
  newestSaved: (shown, all) => `最近收藏的 ${shown} 篇（共 ${all} 篇）`,
  longLink: '連結裡是全部，但很長，有的應用程式會截斷它；檔案更穩妥。',
  nothing: '這裡還沒有可以交出去的收藏或位置。',
  counts: {
    saved: (count) => `收藏 ${count} 篇`,
    read: (count) => `歷史 ${count} 篇`,
    places: (count) => `讀到的位置 ${count} 處`,
    caughtUp: (count) => `標為已讀的列表 ${count} 個`,
    searches: (count) => `搜尋 ${count} 條`,
    settings: '設定',
  },
  askFile: '讀入這個檔案？',
  askLink: '另一台裝置交來了這些，要合併嗎？',
  holds: (parts) => `其中有：${parts}。`,
  fresh: (parts) => `這裡還沒有的，或更新的：${parts}。`,
  nothingFresh: '其中沒有這裡缺少的文章。',
  takeSettings: '也採用其中的設定',
  take: '合併',
  leave: '不要',
  faults: {
    unreadable: '這個檔案讀不出來。',
    tooLarge: '檔案太大，不會是這裡匯出的。什麼也沒有更動。',
    noJson: (line) => `${line === null ? '' : `第 ${line} 行：`}這不是完好的 JSON，也許檔案不完整。什麼也沒有更動。`,
    notOurs: '這不是這裡匯出的檔案。什麼也沒有更動。',
    newer: '它來自更新的版本，這裡還看不懂。重新載入本頁再試。什麼也沒有更動。',
    badEntry: (line, list, place) =>
      `第 ${line} 行：${list}${place === null ? '' : `第 ${place} 項`}有誤。什麼也沒有更動。`,
    brokenLink: '這個連結不完整，也許被截斷了。請再掃一次，或改用檔案。什麼也沒有更動。',
  },
  lists: {
    ...{ saved: '收藏', read: '歷史', places: '位置', caughtUp: '標為已讀的列表' },
    ...{ settings: '設定', searches: '搜尋' },
  },
};

const counted = (one: string, many: string) => (count: string) => `${count} ${count === '1' ? one : many}`;

const en: TransferWords = {
  open: 'Back up and move',
  exportHead: 'Save to a file',
  exportNote: 'What was saved and read, places in articles and settings, as one JSON file.',
  withSearches: 'With recent searches',
  exportFile: 'Export file',
  importHead: 'Read from a file',
  importNote: 'Merged with what is here: nothing is lost, and of one article the newer mark stays.',
  chooseFile: 'Choose a file…',
  handOffHead: 'Hand to another device',
  handOffNote:
    'Scan this code with the other device. What it holds stands after the # of an address and reaches no server.',
  code: 'QR code for another device',
  codeHolds: (parts) => `The code holds ${parts}.`,
  newestSaved: (shown, all) => `the newest ${shown} of ${all} saved articles`,
  longLink: 'The link holds everything, but it is long, and some apps cut it off; a file is safer.',
  nothing: 'There is nothing saved or left in the middle to hand over yet.',
  counts: {
    saved: counted('saved article', 'saved articles'),
    read: counted('article in the history', 'articles in the history'),
    places: counted('place in an article', 'places in articles'),
    caughtUp: counted('list marked as read', 'lists marked as read'),
    searches: counted('search', 'searches'),
    settings: 'settings',
  },
  askFile: 'Read this file?',
  askLink: 'Another device hands you this. Merge it?',
  holds: (parts) => `It holds ${parts}.`,
  fresh: (parts) => `New here, or newer: ${parts}.`,
  nothingFresh: 'It holds no article that is missing here.',
  takeSettings: 'Take its settings too',
  take: 'Merge',
  leave: 'Leave it',
  faults: {
    unreadable: 'The file can’t be read.',
    tooLarge: 'The file is too large to have been exported here. Nothing was changed.',
    noJson: (line) =>
      `${line === null ? '' : `Line ${line}: `}this is no sound JSON; part of the file may be missing. Nothing was changed.`,
    notOurs: 'This file was not exported here. Nothing was changed.',
    newer: 'It comes from a newer version. Reload this page and try again. Nothing was changed.',
    badEntry: (line, list, place) =>
      `Line ${line}: ${place === null ? '' : `entry ${place} of `}“${list}” is wrong. Nothing was changed.`,
    brokenLink: 'Part of this link is missing. Scan it again, or use a file. Nothing was changed.',
  },
  lists: {
    ...{ saved: 'saved', read: 'history', places: 'places', caughtUp: 'lists marked as read' },
    ...{ settings: 'settings', searches: 'searches' },
  },
};

export const transferWords: Readonly<Record<Language, TransferWords>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
