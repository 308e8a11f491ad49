import type { Language } from '../edition/interface-language.ts';

/** What reading without a network says. Apart from the other messages, because it comes when the app is at rest. */
export interface OfflineWords {
  readonly heading: string;
  /** On the page that stands in for one that can't be had. */
  readonly note: string;
  readonly reload: string;
  readonly keptArticles: string;
  readonly nothingKept: string;
  readonly moreKept: (count: string) => string;
  readonly saved: string;
  readonly isOffline: string;
  readonly readable: (count: string) => string;
  readonly newEdition: string;
  readonly apply: string;
  readonly dismiss: string;
  readonly limit: string;
  /** By megabytes. */
  readonly limits: Readonly<Record<0 | 50 | 200 | 1000, string>>;
  readonly kept: (count: string, size: string) => string;
  readonly counted: (size: string) => string;
  readonly show: string;
  readonly clear: string;
  readonly cleared: string;
  readonly limitNote: string;
  readonly keepList: string;
  readonly keepListNamed: (name: string) => string;
  readonly keepListNote: string;
  readonly estimating: string;
  readonly estimate: (count: string, size: string) => string;
  readonly estimateFailed: string;
  readonly overLimit: (limit: string) => string;
  readonly withPictures: (size: string) => string;
  readonly start: string;
  readonly pause: string;
  readonly resume: string;
  readonly cancel: string;
  readonly remove: string;
  readonly progress: (done: string, total: string) => string;
  readonly failed: (count: string) => string;
  readonly states: Readonly<Record<'running' | 'paused' | 'waiting' | 'full' | 'done', string>>;
}

const zhCN: OfflineWords = {
  heading: '离线阅读',
  note: '没有网络时，能读的是留存在这台设备上的文章。要的那一页若不在其中，请连上网络后再试。',
  reload: '重新载入',
  keptArticles: '现在就能读',
  nothingKept: '这台设备上还没有留存的文章。打开过的、收藏的文章会自动留存。',
  moreKept: (count) => `还有 ${count} 篇`,
  saved: '收藏',
  isOffline: '离线',
  readable: (count) => `可读 ${count} 篇`,
  newEdition: '新一期已到',
  apply: '换上',
  dismiss: '关闭',
  limit: '离线',
  limits: { 0: '关', 50: '50 MB', 200: '200 MB', 1000: '1 GB' },
  kept: (count, size) => `已留存 ${count} 篇，约 ${size}`,
  counted: (size) => `浏览器的统计是 ${size}：其他网站的图片会被多算。`,
  show: '查看',
  clear: '清除',
  cleared: '已清除，收藏的文章保留',
  limitNote: '打开过的文章和看过的图片留存在这台设备上，没有网络也能读。超过上限时，最早的先让位，收藏的不动。',
  keepList: '离线留存',
  keepListNamed: (name) => `离线留存「${name}」`,
  keepListNote: '这里的文章会下载到这台设备，以后有新文章也会自动补上。下载时可以照常阅读，随时能暂停。',
  estimating: '正在估算大小',
  estimate: (count, size) => `需要下载 ${count} 篇，约 ${size}`,
  estimateFailed: '现在没有网络，无法估算大小。',
  overLimit: (limit) => `超过了留存上限 ${limit}，到上限时会停下。上限可以在设置里调高。`,
  withPictures: (size) => `连同图片（另约 ${size}）`,
  start: '开始下载',
  pause: '暂停',
  resume: '继续',
  cancel: '取消',
  remove: '移除',
  progress: (done, total) => `${done} / ${total} 篇`,
  failed: (count) => `${count} 篇未能下载`,
  states: {
    running: '正在下载',
    paused: '已暂停',
    waiting: '等待网络',
    full: '已到留存上限',
    done: '已全部留存',
  },
};

const zhTW: OfflineWords = {
  heading: '離線閱讀',
  note: '沒有網路時，能讀的是留存在這台裝置上的文章。要的那一頁若不在其中，請連上網路後再試。',
  reload: '重新載入',
  keptArticles: '現在就能讀',
  nothingKept: '這台裝置上還沒有留存的文章。打開過的、收藏的文章會自動留存。',
  moreKept: (count) => `還有 ${count} 篇`,
  saved: '收藏',
  isOffline: '離線',
  readable: (count) => `可讀 ${count} 篇`,
  newEdition: '新一期已到',
  apply: '換上',
  dismiss: '關閉',
  limit: '離線',
  limits: { 0: '關', 50: '50 MB', 200: '200 MB', 1000: '1 GB' },
  kept: (count, size) => `已留存 ${count} 篇，約 ${size}`,
  counted: (size) => `瀏覽器的統計是 ${size}：其他網站的圖片會被多算。`,
  show: '檢視',
  clear: '清除',
  cleared: '已清除，收藏的文章保留',
  limitNote: '打開過的文章和看過的圖片留存在這台裝置上，沒有網路也能讀。超過上限時，最早的先讓位，收藏的不動。',
  keepList: '離線留存',
  keepListNamed: (name) => `離線留存「${name}」`,
  keepListNote: '這裡的文章會下載到這台裝置，以後有新文章也會自動補上。下載時可以照常閱讀，隨時能暫停。',
  estimating: '正在估算大小',
  estimate: (count, size) => `需要下載 ${count} 篇，約 ${size}`,
  estimateFailed: '現在沒有網路，無法估算大小。',
  overLimit: (limit) => `超過了留存上限 ${limit}，到上限時會停下。上限可以在設定裡調高。`,
  withPictures: (size) => `連同圖片（另約 ${size}）`,
  start: '開始下載',
  pause: '暫停',
  resume: '繼續',
  cancel: '取消',
  remove: '移除',
  progress: (done, total) => `${done} / ${total} 篇`,
  failed: (count) => `${count} 篇未能下載`,
  states: {
    running: '正在下載',
    paused: '已暫停',
    waiting: '等待網路',
    full: '已到留存上限',
    done: '已全部留存',
  },
};

const en: OfflineWords = {
  heading: 'Reading offline',
  note: 'Without a network you can read what is kept on this device. If the page you want is not among it, try again once you are connected.',
  reload: 'Reload',
  keptArticles: 'Ready to read',
  nothingKept: 'Nothing is kept on this device yet. Articles you open or save are kept by themselves.',
  moreKept: (count) => `${count} more`,
  saved: 'saved',
  isOffline: 'Offline',
  readable: (count) => `${count} to read`,
  newEdition: 'A new edition is out',
  apply: 'Show it',
  dismiss: 'Dismiss',
  limit: 'Offline',
  limits: { 0: 'Off', 50: '50 MB', 200: '200 MB', 1000: '1 GB' },
  kept: (count, size) => (count === '1' ? `1 article kept, about ${size}` : `${count} articles kept, about ${size}`),
  counted: (size) => `The browser counts ${size}: it adds to the pictures of other sites.`,
  show: 'Show',
  clear: 'Clear',
  cleared: 'Cleared; saved articles stay',
  limitNote:
    'Articles you open and pictures you see are kept on this device and can be read without a network. Beyond the limit the oldest go first; saved ones stay.',
  keepList: 'Keep offline',
  keepListNamed: (name) => `Keep “${name}” offline`,
  keepListNote:
    'All articles here are downloaded to this device, and new ones as they come. You can go on reading meanwhile, and pause at any time.',
  estimating: 'Estimating the size',
  estimate: (count, size) => `${count} to download, about ${size}`,
  estimateFailed: 'There is no network, so the size is not known.',
  overLimit: (limit) =>
    `That is more than the limit of ${limit}, where it will stop. You can raise it in the settings.`,
  withPictures: (size) => `With pictures (about ${size} more)`,
  start: 'Download',
  pause: 'Pause',
  resume: 'Go on',
  cancel: 'Cancel',
  remove: 'Remove',
  progress: (done, total) => `${done} of ${total}`,
  failed: (count) => `${count} could not be downloaded`,
  states: {
    running: 'Downloading',
    paused: 'Paused',
    waiting: 'Waiting for a network',
    full: 'The limit is reached',
    done: 'All kept',
  },
};

export const offlineWords: Readonly<Record<Language, OfflineWords>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
