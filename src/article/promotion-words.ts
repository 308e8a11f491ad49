import type { Removed } from './body.ts';

/** Calls to scan, follow, download and share: short lines at either end of an article, told by their words. */
const scan =
  /(?:扫码|掃碼|扫一扫|掃一掃|扫描|掃描|长按|長按|识别|識別).{0,16}(?:二维码|二維碼|下载|下載|关注|關注|APP|客户端|小程序|公众号|加群|入群|查看|打开|添加|咨询|报名|进群|领取|識別|识别)/i;
const follow = /^.{0,24}(?:关注|關注|訂閱|订阅|搜索).{0,16}(?:公众号|公眾號|微信号|微信號|官方微信|视频号|服务号)/;
const app =
  /(?:下载|下載|打开|打開|安装|安裝|尽在|盡在|上|请到|更多.{0,12}(?:请|尽|就在)).{0,16}(?:APP|客户端|客戶端|小程序)(?:[”」）)。！!，,\s]|$|查看|阅读|看更多)/i;
const share =
  /^(?:分享到|分享至|分享|转发|点赞|在看|收藏|举报)(?:[\s:：|/、]|(?:微信|微博|QQ|朋友圈|空间|好友|分享|转发|点赞|在看|收藏|举报|给朋友))*$/;
const advertLabel = /^(?:广告|廣告|推广|推廣|advertisement|sponsored|AD)$/i;
const copyLabel = /^(?:复制代码|複製代碼|复制|copy code)$/i;
/** A step of instructions: to scan or to download is then what the article is about. */
const step =
  /^(?:第.{1,3}步|步骤|步驟|step\s*\d|[\d一二三四五六七八九十]{1,3}[.、)）．]|[①-⑳]|首先|其次|然后|接着|接下来)/i;
export const qrWords = /二维码|二維碼|扫码|掃碼|扫一扫|掃一掃|长按|長按|识别|識別/;

/** What a line is that has nothing to do with the story; null for every other line. */
export function promotionKind(words: string): Removed['kind'] | null {
  if (copyLabel.test(words)) return 'widget';
  if (advertLabel.test(words)) return 'advert';
  if (share.test(words)) return 'share-bar';
  if (step.test(words)) return null;
  return scan.test(words) || follow.test(words) || app.test(words) ? 'app-promotion' : null;
}
