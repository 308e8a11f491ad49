import type { Language } from '../edition/interface-language.ts';

/** What keys do and say. Apart from the other messages, because they come with the first key. */
export interface KeyWords {
  readonly heading: string;
  readonly on: string;
  readonly actions: {
    readonly next: string;
    readonly previous: string;
    readonly nextUnread: string;
    readonly previousUnread: string;
    readonly open: string;
    readonly back: string;
    readonly page: string;
    readonly newer: string;
    readonly older: string;
    readonly read: string;
    readonly save: string;
    readonly copy: string;
    readonly search: string;
    readonly home: string;
    readonly saved: string;
    readonly sections: string;
    readonly theme: string;
    readonly larger: string;
    readonly smaller: string;
    readonly help: string;
  };
  readonly markedRead: string;
  readonly markedUnread: string;
  readonly isSaved: string;
  readonly isNotSaved: string;
  readonly noFurther: string;
  readonly noUnread: string;
  readonly nothingChosen: string;
  readonly settingIs: (name: string, value: string) => string;
}

export const keyWords: Readonly<Record<Language, KeyWords>> = {
  'zh-CN': {
    heading: '键盘',
    on: '使用这些按键',
    actions: {
      next: '下一篇；文章里先往下翻',
      previous: '上一篇；文章里先往上翻',
      nextUnread: '下一篇未读',
      previousUnread: '上一篇未读',
      open: '打开',
      back: '回到列表',
      page: '往下翻页，到底后读下一篇',
      newer: '列表中的上一篇文章',
      older: '列表中的下一篇文章',
      read: '标为已读或未读',
      save: '收藏或取消收藏',
      copy: '复制链接',
      search: '搜索',
      home: '去首页',
      saved: '去收藏',
      sections: '去分类',
      theme: '换主题',
      larger: '放大文字',
      smaller: '缩小文字',
      help: '显示按键',
    },
    markedRead: '已标为已读',
    markedUnread: '已标为未读',
    isSaved: '已收藏',
    isNotSaved: '已取消收藏',
    noFurther: '这个方向没有更多文章了',
    noUnread: '这个方向没有未读文章了',
    nothingChosen: '先用 j 或 k 选一篇文章',
    settingIs: (name, value) => `${name}：${value}`,
  },
  'zh-TW': {
    heading: '鍵盤',
    on: '使用這些按鍵',
    actions: {
      next: '下一篇；文章裡先往下捲',
      previous: '上一篇；文章裡先往上捲',
      nextUnread: '下一篇未讀',
      previousUnread: '上一篇未讀',
      open: '開啟',
      back: '回到列表',
      page: '往下翻頁，到底後讀下一篇',
      newer: '列表中的上一篇文章',
      older: '列表中的下一篇文章',
      read: '標為已讀或未讀',
      save: '收藏或取消收藏',
      copy: '複製連結',
      search: '搜尋',
      home: '到首頁',
      saved: '到收藏',
      sections: '到分類',
      theme: '換主題',
      larger: '放大文字',
      smaller: '縮小文字',
      help: '顯示按鍵',
    },
    markedRead: '已標為已讀',
    markedUnread: '已標為未讀',
    isSaved: '已收藏',
    isNotSaved: '已取消收藏',
    noFurther: '這個方向沒有更多文章了',
    noUnread: '這個方向沒有未讀文章了',
    nothingChosen: '先用 j 或 k 選一篇文章',
    settingIs: (name, value) => `${name}：${value}`,
  },
  en: {
    heading: 'Keys',
    on: 'Use these keys',
    actions: {
      next: 'Next article; in an article scroll down first',
      previous: 'Previous article; in an article scroll up first',
      nextUnread: 'Next unread article',
      previousUnread: 'Previous unread article',
      open: 'Open',
      back: 'Back to the list',
      page: 'A page down, at the end the next article',
      newer: 'Previous article of the list',
      older: 'Next article of the list',
      read: 'Mark as read or unread',
      save: 'Save, or don’t',
      copy: 'Copy link',
      search: 'Search',
      home: 'Go to the front page',
      saved: 'Go to saved articles',
      sections: 'Go to categories',
      theme: 'Change the theme',
      larger: 'Larger text',
      smaller: 'Smaller text',
      help: 'Show the keys',
    },
    markedRead: 'Marked as read',
    markedUnread: 'Marked as unread',
    isSaved: 'Saved',
    isNotSaved: 'No longer saved',
    noFurther: 'There are no more articles this way',
    noUnread: 'There are no unread articles this way',
    nothingChosen: 'Choose an article with j or k first',
    settingIs: (name, value) => `${name}: ${value}`,
  },
};
