import type { Language } from '../edition/interface-language.ts';

/** What sharing says. Apart from the other messages, because it comes when it is wanted. */
export interface ShareWords {
  readonly copyWithTitle: string;
  readonly systemShare: string;
  readonly systemShareFailed: string;
  readonly qrCode: string;
  readonly qrHint: string;
  readonly weibo: string;
  readonly inWeChat: string;
  readonly quote: string;
  readonly quoteHint: string;
  readonly quoteCopied: string;
  readonly copyFailed: string;
  /** A passage, whose it is, where it is read: what is copied. */
  readonly cite: (quote: string, title: string, source: string | null) => string;
  readonly quoteGone: string;
  readonly poster: string;
  readonly posterOf: (title: string) => string;
  readonly posterFailed: string;
  readonly posterCode: string;
  readonly drawing: string;
  readonly savePicture: string;
  readonly sharePicture: string;
  readonly holdToSave: string;
}

const zhCN: ShareWords = {
  copyWithTitle: '复制标题和链接',
  systemShare: '用其他应用分享',
  systemShareFailed: '未能打开系统的分享，请改用复制。',
  qrCode: '本页地址的二维码',
  qrHint: '扫码在手机上打开',
  weibo: '分享到微博',
  inWeChat: '在微信里：点右上角“···”，发给朋友或分享到朋友圈。',
  quote: '复制引文',
  quoteHint: '先在正文里选中一段话，就能连同它的位置一起分享。',
  quoteCopied: '引文和链接已复制',
  copyFailed: '未能复制，请手动复制：',
  cite: (quote, title, source) => `“${quote}”\n——《${title}》${source === null ? '' : `，${source}`}`,
  quoteGone: '引用的那段话在这篇文章里找不到了，文章也许改过。',
  poster: '海报',
  posterOf: (title) => `《${title}》的海报`,
  posterFailed: '海报没能画出来。',
  posterCode: '扫码读全文',
  drawing: '正在排版…',
  savePicture: '保存图片',
  sharePicture: '分享图片',
  holdToSave: '也可以长按图片保存',
};

const zhTW: ShareWords = {
  copyWithTitle: '複製標題和連結',
  systemShare: '用其他應用程式分享',
  systemShareFailed: '無法開啟系統的分享，請改用複製。',
  qrCode: '本頁網址的 QR Code',
  qrHint: '掃碼在手機上開啟',
  weibo: '分享到微博',
  inWeChat: '在微信裡：點右上角「···」，傳給朋友或分享到朋友圈。',
  quote: '複製引文',
  quoteHint: '先在正文裡選取一段話，就能連同它的位置一起分享。',
  quoteCopied: '引文和連結已複製',
  copyFailed: '未能複製，請手動複製：',
  cite: (quote, title, source) => `「${quote}」\n——《${title}》${source === null ? '' : `，${source}`}`,
  quoteGone: '引用的那段話在這篇文章裡找不到了，文章也許改過。',
  poster: '海報',
  posterOf: (title) => `《${title}》的海報`,
  posterFailed: '海報沒能畫出來。',
  posterCode: '掃碼讀全文',
  drawing: '正在排版…',
  savePicture: '儲存圖片',
  sharePicture: '分享圖片',
  holdToSave: '也可以長按圖片儲存',
};

const en: ShareWords = {
  copyWithTitle: 'Copy title and link',
  systemShare: 'Share with another app',
  systemShareFailed: 'The system’s sharing could not be opened; please copy instead.',
  qrCode: 'QR code of this page’s address',
  qrHint: 'Scan to open it on a phone',
  weibo: 'Share on Weibo',
  inWeChat: 'In WeChat: tap ··· at the top to send this to friends or to Moments.',
  quote: 'Copy quote',
  quoteHint: 'Select a passage in the text first, and it can be shared with its place.',
  quoteCopied: 'Quote and link copied',
  copyFailed: 'Could not copy, please copy by hand:',
  cite: (quote, title, source) => `“${quote}”\n— ${title}${source === null ? '' : `, ${source}`}`,
  quoteGone: 'The quoted passage is no longer in this article, which may have been edited.',
  poster: 'Poster',
  posterOf: (title) => `Poster of “${title}”`,
  posterFailed: 'The poster could not be drawn.',
  posterCode: 'Scan to read on',
  drawing: 'Setting the type…',
  savePicture: 'Save picture',
  sharePicture: 'Share picture',
  holdToSave: 'Or press and hold the picture to save it',
};

export const shareWords: Readonly<Record<Language, ShareWords>> = { 'zh-CN': zhCN, 'zh-TW': zhTW, en };
