import type { Language } from '../edition/interface-language.ts';

/** What filters say. Apart from the other messages, because filters come when they are wanted. */
export interface FacetWords {
  readonly activeFilters: string;
  readonly remove: (filter: string) => string;
  readonly clearAll: string;
  readonly choose: (name: string) => string;
  readonly exclude: (name: string) => string;
  readonly excluded: (name: string) => string;
  readonly expand: (name: string) => string;
  readonly moreSources: (count: string) => string;
  readonly days: string;
  readonly anyDay: string;
  readonly today: string;
  readonly lastDays: (count: number) => string;
  readonly thisYear: string;
  readonly since: (day: string) => string;
  readonly until: (day: string) => string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly histogram: string;
  readonly histogramHint: string;
  readonly bar: (period: string, count: string) => string;
  readonly own: string;
  readonly unread: string;
  readonly saved: string;
  readonly searchFor: (words: string) => string;
  readonly sort: string;
  readonly newest: string;
  readonly oldest: string;
  readonly relevance: string;
  readonly jump: string;
  readonly rows: string;
  readonly cards: string;
  readonly compact: string;
  readonly show: (count: string) => string;
  readonly rest: (count: string) => string;
  readonly nothing: string;
  readonly nothingHolds: string;
  readonly only: (word: string) => string;
  readonly loosen: string;
  readonly without: (filter: string) => string;
  /** Of what `searchFor` gives, which has quotes. */
  readonly withoutWords: (words: string) => string;
  readonly searching: string;
  readonly searchFailed: string;
  readonly searchIncomplete: string;
  readonly forgetSearches: string;
}

const zhCN: FacetWords = {
  activeFilters: '当前条件',
  remove: (filter) => `去掉“${filter}”`,
  clearAll: '清除全部',
  choose: (name) => `选择“${name}”`,
  exclude: (name) => `排除“${name}”`,
  excluded: (name) => `不含${name}`,
  expand: (name) => `展开“${name}”`,
  moreSources: (count) => `全部 ${count} 个来源`,
  days: '日期',
  anyDay: '不限日期',
  today: '今天',
  lastDays: (count) => `近 ${count} 天`,
  thisYear: '今年',
  since: (day) => `${day}起`,
  until: (day) => `截至${day}`,
  firstDay: '从',
  lastDay: '到',
  histogram: '各时段篇数',
  histogramHint: '按住 Shift 或拖动可选一段时间',
  bar: (period, count) => `${period}，${count} 篇`,
  own: '阅读状态',
  unread: '未读',
  saved: '已收藏',
  searchFor: (words) => `“${words}”`,
  sort: '排序',
  newest: '最新在前',
  oldest: '最早在前',
  relevance: '最相关在前',
  jump: '跳到日期',
  rows: '版式',
  cards: '图文',
  compact: '紧凑',
  show: (count) => `显示 ${count} 篇`,
  rest: (count) => `还有 ${count} 篇，从这里接着看`,
  nothing: '没有同时符合这些条件的文章。',
  nothingHolds: '没有文章含有这些字词。换个说法，或用短一些的词试试。',
  only: (word) => `只查“${word}”`,
  loosen: '放宽一项试试：',
  without: (filter) => `不限“${filter}”`,
  withoutWords: (words) => `不搜${words}`,
  searching: '正在查找…',
  searchFailed: '查找未能进行，也许网络断了。',
  searchIncomplete: '索引没有全部载入，结果可能多出几篇不相符的。',
  forgetSearches: '清除查找记录',
};

const zhTW: FacetWords = {
  activeFilters: '目前條件',
  remove: (filter) => `去掉「${filter}」`,
  clearAll: '清除全部',
  choose: (name) => `選擇「${name}」`,
  exclude: (name) => `排除「${name}」`,
  excluded: (name) => `不含${name}`,
  expand: (name) => `展開「${name}」`,
  moreSources: (count) => `全部 ${count} 個來源`,
  days: '日期',
  anyDay: '不限日期',
  today: '今天',
  lastDays: (count) => `近 ${count} 天`,
  thisYear: '今年',
  since: (day) => `${day}起`,
  until: (day) => `截至${day}`,
  firstDay: '從',
  lastDay: '到',
  histogram: '各時段篇數',
  histogramHint: '按住 Shift 或拖曳可選一段時間',
  bar: (period, count) => `${period}，${count} 篇`,
  own: '閱讀狀態',
  unread: '未讀',
  saved: '已收藏',
  searchFor: (words) => `「${words}」`,
  sort: '排序',
  newest: '最新在前',
  oldest: '最早在前',
  relevance: '最相關在前',
  jump: '跳到日期',
  rows: '版式',
  cards: '圖文',
  compact: '緊湊',
  show: (count) => `顯示 ${count} 篇`,
  rest: (count) => `還有 ${count} 篇，從這裡接著看`,
  nothing: '沒有同時符合這些條件的文章。',
  nothingHolds: '沒有文章含有這些字詞。換個說法，或用短一些的詞試試。',
  only: (word) => `只查「${word}」`,
  loosen: '放寬一項試試：',
  without: (filter) => `不限「${filter}」`,
  withoutWords: (words) => `不搜${words}`,
  searching: '正在搜尋…',
  searchFailed: '搜尋未能進行，也許網路斷了。',
  searchIncomplete: '索引沒有全部載入，結果可能多出幾篇不相符的。',
  forgetSearches: '清除搜尋記錄',
};

const en: FacetWords = {
  activeFilters: 'Active filters',
  remove: (filter) => `Remove “${filter}”`,
  clearAll: 'Clear all',
  choose: (name) => `Choose “${name}”`,
  exclude: (name) => `Exclude “${name}”`,
  excluded: (name) => `not ${name}`,
  expand: (name) => `Open “${name}”`,
  moreSources: (count) => `All ${count} sources`,
  days: 'Date',
  anyDay: 'Any date',
  today: 'Today',
  lastDays: (count) => `Last ${count} days`,
  thisYear: 'This year',
  since: (day) => `since ${day}`,
  until: (day) => `until ${day}`,
  firstDay: 'From',
  lastDay: 'To',
  histogram: 'Articles over time',
  histogramHint: 'Hold Shift or drag to choose a range',
  bar: (period, count) => `${period}: ${count} articles`,
  own: 'Reading',
  unread: 'Unread',
  saved: 'Saved',
  searchFor: (words) => `“${words}”`,
  sort: 'Order',
  newest: 'Newest first',
  oldest: 'Oldest first',
  relevance: 'Best first',
  jump: 'Go to date',
  rows: 'Rows',
  cards: 'Cards',
  compact: 'Compact',
  show: (count) => `Show ${count}`,
  rest: (count) => `${count} more: go on from here`,
  nothing: 'No article meets all of this.',
  nothingHolds: 'No article holds these words. Others, or shorter ones, may help.',
  only: (word) => `Only “${word}”`,
  loosen: 'Try with less:',
  without: (filter) => `without “${filter}”`,
  withoutWords: (words) => `Don’t search for ${words}`,
  searching: 'Searching…',
  searchFailed: 'The search could not be made; the network may be down.',
  searchIncomplete: 'Part of the index could not be loaded: a few articles may not match.',
  forgetSearches: 'Clear recent searches',
};

export const facetWords: Readonly<Record<Language, FacetWords>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
