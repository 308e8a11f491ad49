import type { Language } from '../edition/interface-language.ts';

/** What can be done to many articles at once, and undone. */
export type BulkKind = 'cleared' | 'caught-up' | 'merged';

/** What the lists of saved and read articles say. Apart from the other messages, because it comes with them. */
export interface MarksWords {
  readonly remove: string;
  readonly removeTitled: (title: string) => string;
  readonly undo: string;
  readonly undoTitled: (title: string) => string;
  readonly removed: string;
  readonly readAt: (time: string) => string;
  readonly unread: string;
  /** Of an article that has left the edition: beside its title, and where not even that is known. */
  readonly gone: string;
  readonly goneUntitled: string;
  readonly emptySaved: string;
  readonly emptySavedHint: string;
  readonly emptyHistory: string;
  readonly emptyHistoryHint: string;
  readonly clearHistory: string;
  readonly transfer: string;
  readonly markAllRead: string;
  /** What was done to so many articles. */
  readonly done: Readonly<Record<BulkKind, (count: string) => string>>;
  readonly nothingStarted: string;
  readonly notStored: string;
}

const zhCN: MarksWords = {
  remove: '移除',
  removeTitled: (title) => `移除“${title}”`,
  undo: '撤销',
  undoTitled: (title) => `撤销移除“${title}”`,
  removed: '已移除',
  readAt: (time) => `${time} 打开`,
  unread: '未读',
  gone: '已不在本期',
  goneUntitled: '一篇已不在本期的文章',
  emptySaved: '还没有收藏。',
  emptySavedHint: '读文章时点标题下的“收藏”，它就会列在这里，以后撤下了也还认得出。',
  emptyHistory: '还没有读过的文章。',
  emptyHistoryHint: '打开一篇文章，它就会按日子记在这里。',
  clearHistory: '清除历史',
  nothingStarted: '还没有读到一半的文章。',
  transfer: '备份与转移',
  markAllRead: '全部标为已读',
  done: {
    cleared: (count) => `已清除 ${count} 条历史。`,
    'caught-up': (count) => `已把 ${count} 篇标为已读。`,
    merged: (count) => `已合并，新增或更新 ${count} 篇。`,
  },
  notStored: '浏览器存不下最近的改动（空间已满，或不许存储），关掉页面就会丢失。',
};

const zhTW: MarksWords = {
  remove: '移除',
  removeTitled: (title) => `移除「${title}」`,
  undo: '復原',
  undoTitled: (title) => `復原「${title}」`,
  removed: '已移除',
  readAt: (time) => `${time} 開啟`,
  unread: '未讀',
  gone: '已不在本期',
  goneUntitled: '一篇已不在本期的文章',
  emptySaved: '還沒有收藏。',
  emptySavedHint: '讀文章時點標題下的「收藏」，它就會列在這裡，以後撤下了也還認得出。',
  emptyHistory: '還沒有讀過的文章。',
  emptyHistoryHint: '開啟一篇文章，它就會按日子記在這裡。',
  clearHistory: '清除歷史',
  nothingStarted: '還沒有讀到一半的文章。',
  transfer: '備份與轉移',
  markAllRead: '全部標為已讀',
  done: {
    cleared: (count) => `已清除 ${count} 條歷史。`,
    'caught-up': (count) => `已把 ${count} 篇標為已讀。`,
    merged: (count) => `已合併，新增或更新 ${count} 篇。`,
  },
  notStored: '瀏覽器存不下最近的變更（空間已滿，或不許儲存），關掉頁面就會遺失。',
};

const en: MarksWords = {
  remove: 'Remove',
  removeTitled: (title) => `Remove “${title}”`,
  undo: 'Undo',
  undoTitled: (title) => `Undo removing “${title}”`,
  removed: 'Removed',
  readAt: (time) => `opened ${time}`,
  unread: 'Unread',
  gone: 'No longer in this edition',
  goneUntitled: 'An article that is no longer in this edition',
  emptySaved: 'Nothing saved yet.',
  emptySavedHint:
    'Press “Save” below an article’s title and it is listed here, by name even after it has been withdrawn.',
  emptyHistory: 'Nothing read yet.',
  emptyHistoryHint: 'Articles you open are listed here by day.',
  clearHistory: 'Clear history',
  nothingStarted: 'No article was left in the middle.',
  transfer: 'Back up and move',
  markAllRead: 'Mark all as read',
  done: {
    cleared: (count) => (count === '1' ? '1 entry cleared.' : `${count} entries cleared.`),
    'caught-up': (count) => (count === '1' ? '1 article marked as read.' : `${count} articles marked as read.`),
    merged: (count) => `Merged: ${count} new or newer.`,
  },
  notStored: 'The browser could not store the latest changes (it is full, or may not): they go with this page.',
};

export const marksWords: Readonly<Record<Language, MarksWords>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
