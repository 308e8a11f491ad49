import type { Removed } from './body.ts';

/**
 * Calls to scan, follow, download and share: short lines at either end of an article. Stories tell of codes and apps as
 * well, so a call's verb must stand where an imperative stands: first in the line or the clause, or after `请`.
 */
const lead =
  '(?:您|你|也|还|或|并|先|用|使用|通过|打开微信|微信|手机|现在|点击|进入|可以|可|快来|赶快|赶紧|立即|马上|记得|大家|敬请|请|欢迎|[\\s“”"「」（(【[↑↓▲▼👇👆>～~·●◆★])*';
const scan =
  '(?:(?:扫码|掃碼|扫一扫|掃一掃|扫描|掃描|长按|長按).{0,16}(?:二维码|二維碼|下载|下載|关注|關注|APP|客户端|小程序|公众号|加群|入群|查看|打开|添加|咨询|报名|进群|领取|識別|识别)|(?:识别|識別).{0,12}(?:二维码|二維碼|小程序|图中|下图|上图))';
const follow =
  '(?:(?:关注|關注|訂閱|订阅|搜索).{0,16}(?:公众号|公眾號|微信号|微信號|官方微信|视频号|服务号)(?![里上中内的])|(?:关注|關注)(?:我们|我們)[。！!~～]?$)';
const app =
  '(?:下载|下載|打开|打開|安装|安裝|请到).{0,16}(?:APP|客户端|客戶端|小程序)(?:[”」）)。！!，,\\s]|$|查看|阅读|看更多|提升|体验)';
const calls = `(?:${scan}|${follow}|${app})`;
const firstInLine = new RegExp(`^${lead}${calls}`, 'i');
const afterPlease = new RegExp(`(?:请|請|欢迎|歡迎|更多[^，。人民]{0,12})${lead}${calls}`, 'i');
const firstInClause = new RegExp(`[，,；;：:！!。\\s—]${lead}${calls}`, 'i');
/** What the reader is thought to want, before the call that promises it. */
const wish = /^(?:更多|想|如需|如果|喜欢|了解|获取|查看|欲)/;
const brand =
  /APP.{0,40}(?:點我|点我|立即|马上|馬上)(?:下載|下载)|(?:點我|点我)(?:下載|下载)\s?APP|^訂閱.{0,12}電子報|(?:尽在|盡在).{0,16}(?:APP|客户端|客戶端|小程序)(?:[”」）)。！!，,\s]|$)|^更多.{0,12}(?:请|尽|就在).{0,16}(?:APP|客户端|客戶端|小程序)/i;
/** Told, warned of or explained, not asked for. */
const telling =
  /(?<![其吉])[他她]|[不别勿](?:要|能|可|得)|[请切]勿|谨防|纷纷|陌生|^.{0,6}(?:记者|警方|村民|居民|市民|老人|网友|平台)/;
const tellingSentence = /(?:了(?!解)|成为|已经?|正在|曾|被|是|就能|便能|就可以|越来越).{0,60}。$/;

/** Also keeps the searches above from running over whole paragraphs. */
const LONGEST_CALL = 200;

const isCall = (words: string, place: Place): boolean => {
  if (words.length > LONGEST_CALL || telling.test(words) || tellingSentence.test(words)) return false;
  if (afterPlease.test(words) || brand.test(words)) return true;
  const isSentence = /。$/.test(words);
  if (firstInLine.test(words)) return !isSentence || (place !== 'head' && !/^(?:打开|打開)/.test(words));
  return place !== 'head' && (!isSentence || wish.test(words)) && firstInClause.test(words);
};

const share =
  /^(?:分享到|分享至|分享|转发|点赞|在看|收藏|举报)(?:[\s:：|/、]|(?:微信|微博|QQ|朋友圈|空间|好友|分享|转发|点赞|在看|收藏|举报|给朋友))*$/;
/** Calls to praise, follow and pass on that name no app. */
const praise =
  /^(?:觉得.{0,6}，请点(?:这里|这儿)|.{0,24}(?:[点點](?:个|亮).{0,2}(?:在看|小花)|点[“"「]?在看|一键三连|求(?:点赞|三连|收藏))|(?:.{0,16}(?:如果|喜欢|觉得|看完|动动|顺手|随手|别忘|记得|麻烦|帮忙|请|给我|为我|给本|给小编).{0,12})?点(?:个|一?下|亮).{0,2}(?:赞|分享)|.{0,24}欢迎.{0,4}(?:(?:点赞|收藏|转发)(?:[、，,。！!~～\s]|关注|分享|评论|留言|本文|给|$)|(?:关注|關注)(?:我们|我們|我的|本|公众号|微信|视频号|[“「『《@！!~～、]|$))|.{0,24}(?:记得|麻烦|帮忙).{0,4}(?:点赞|三连))/;
const followAbove =
  /^.{0,6}(?:点击|點擊|戳)(?:上方|下方|左上角|右上角|文末).{0,8}(?:蓝字|关注|關注|名片|卡片|标题|头像)/;
const more =
  /更多.{0,8}(?:资讯|資訊|精彩|内容|新闻|新聞|报道|攻略).{0,8}(?:(?:请|敬请|欢迎)关注|请点击|请访问|就在.{0,16}(?:APP|客户端|公众号|频道|网站|网$))/i;
const advertNotice =
  /^(?:广告声明|廣告聲明)\s*[:：]|^.{0,8}(?:广告|商务)(?:等商务)?合作[，,：:]?\s?(?:请|联系).{0,24}$/;
/** What a page's own buttons and page numbers say, wherever they stand. */
const pageControl =
  /^[\s【[（(|]*(?:(?:查看|点击查看)(?:原图|大图)|查看原圖|[下上]一[页頁]|請繼續往下閱讀|请继续往下阅读|返回[^，。]{1,6}，查看更多|(?:点击)?展开全文|下载附件|保存到相册|subscribe now|(?:share|like) this:?|like loading)[\s.…】\]）)|]*$|^(?:[上下]一篇|前一篇|[后後]一篇)\s*[:：]/i;
/** Whether a link or line only turns a page or shows a picture larger. */
export const isPageControl = (words: string): boolean => words.length <= 30 && pageControl.test(words);
/** Buttons whose words a story may use in its middle. */
const endControl =
  /纠错|糾錯|我要(?:投稿|反馈|举报)|返回(?:顶部|頂部|首页|首頁|列表)|打印(?:本页|本文)?|列印|关闭(?:窗口|本页)?|關閉|字[号體体]|更多[内內]容|the end|^\W*end\W*$/i;
const endControls = new RegExp(`${endControl.source}|文章|举报|分享|收藏|大|中|小`, 'gi');
/** Whether a line is nothing but a page's buttons; a heading of one such word is a chapter. */
export const isEndControl = (words: string): boolean =>
  words.length <= 40 && endControl.test(words) && !/[\p{L}\p{N}]/u.test(words.replace(endControls, ''));
const advertLabel =
  /^[\s—–~·•*【[（(-]{0,8}(?:广告|廣告|推广|推廣|advertisement|sponsored|AD)[\s—–~·•*】\]）)-]{0,8}$/i;
/** Fingers and arrows that point at a button which isn't here. */
const pointers = /^(?:[↓⬇▼👇↑⬆👆]\uFE0F?\s{0,3}){1,20}$/u;
/** `第1页 共3页`, `[1] [2] [3] 下一页`. */
const pageNumbers =
  /^(?:第\s?\d{1,3}\s?[页頁]\s?[/,，]?\s?共\s?\d{1,3}\s?[页頁]|(?:分[页頁][:：]\s?|[上前]一[页頁]\s?)?(?:[[【(]?\d{1,3}[\]】)]?\s?){2,20}(?:[.…]{0,3}\s?(?:[下后後]一[页頁]|尾[页頁]|末[页頁]))\s?)$/;
/** What a platform says of all its articles, and a site of its rights. */
const disclaimers: readonly RegExp[] = [
  /^[（(【*※#\s]{0,4}(?:(?:特别|特別|免责|免責|郑重|风险|版权|版權)?(?:声明|聲明|提示)|notice)\s?[:：].{0,160}(?:立场|立場|观点|觀點|参考|參考|投资建议|投資建議|信息存储|information storage|(?:侵权|侵權).{0,20}(?:联系|聯繫|删除|刪除)|转载|轉載|著作权|著作權|许可)/i,
  /^[（(【\s]{0,3}(?:本文|该文|该内容|本内容|以上|文章|文中|文字).{0,40}(?:不代表.{0,24}(?:立场|立場|观点|觀點|意见)|(?:不构成|不作为).{0,8}投资建议|仅提供信息(?:存储|发布))/,
  /^[（(【\s]{0,3}(?:版权归.{0,12}所有|(?:本文|文章|图片|图文|素材).{0,8}(?:来源于?|来自|源于)(?:互联)?网络?.{0,8}侵|如有侵权|如对本稿件有异议|(?:[^，。]{1,12}[，,]\s?)?未[经經](?:授权|授權|许可|許可|允许|允許|书面).{0,8}(?:不得|禁止|严禁|嚴禁|请勿)(?:转载|轉載))/,
  /^本(?:网站|網站|站|报|報)之?.{0,20}(?:非[经經]|未[经經])授[权權].{0,6}不得/,
];
const copyLabel = /^(?:复制代码|複製代碼|复制|copy code)$/i;
/** A step of instructions: to scan or to download is then what the article is about. */
const step =
  /^(?:第.{1,3}步|步骤|步驟|step\s*\d|[\d一二三四五六七八九十]{1,3}[.、)）．]|[①-⑳]|首先|其次|然后|接着|接下来)/i;
/** Whether a line is what stands under every article of its site; at the head it may be what the story is about. */
export const isDisclaimer = (words: string): boolean =>
  words.length <= LONGEST_CALL && disclaimers.some((pattern) => pattern.test(words));
export const qrWords = /二维码|二維碼|扫码|掃碼|扫一扫|掃一掃|长按|長按|识别|識別/;

/** Where a line stands: a story may begin with an order, so before it more is asked of a call. */
export type Place = 'head' | 'middle' | 'tail';

/**
 * What a line is that has nothing to do with the story; null for every other line. In its middle only what a page's own
 * program puts there is told: a story calls and promises as well.
 */
export function promotionKind(words: string, place: Place = 'tail'): Removed['kind'] | null {
  if (copyLabel.test(words) || pageControl.test(words) || pointers.test(words) || pageNumbers.test(words))
    return 'widget';
  if (advertLabel.test(words) || advertNotice.test(words)) return 'advert';
  if (place === 'middle') return null;
  const isTold = telling.test(words);
  if (share.test(words) || (praise.test(words) && !isTold) || isEndControl(words)) return 'share-bar';
  if (step.test(words)) return null;
  return followAbove.test(words) || (more.test(words) && !isTold) || isCall(words, place) ? 'app-promotion' : null;
}
