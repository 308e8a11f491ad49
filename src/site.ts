/** What an owner may change: the site's name, its time zone, who may be embedded. */
export const site = {
  name: 'Broadsheet',
  /** One sentence for the home page and for previews. */
  description: '一份由文章文件夹排成的报纸',
  /** Language of the interface's static pages. */
  lang: 'zh-CN',
  /** Dates without a zone are in this one, and dates are shown in it. */
  timeZone: 'Asia/Shanghai',
  /** Readers keep what they have read on their devices, and install the paper. False takes the worker that does it away again. */
  offline: true,
  /** Hosts whose players may be loaded after a click; a sub-domain counts too. */
  embedHosts: [
    'player.bilibili.com',
    'player.youku.com',
    'www.youtube.com',
    'www.youtube-nocookie.com',
    'player.vimeo.com',
    'v.qq.com',
  ],
} as const;
