import { type Script, scriptOf } from './script.ts';

/** A BCP 47 tag; `und` for scripts this reader does not tell apart. */
export type Language = 'zh-Hans' | 'zh-Hant' | 'en' | 'ja' | 'ko' | 'und';

/** Characters looked at: enough to tell, cheap on a long article. */
const SAMPLE = 2000;

/**
 * Frequent characters that one of the two Chinese scripts never uses, pair by pair. Those that stand for something of
 * their own on the other side (后 里 面 台 只 了 干 斗 游 采 据) are left out.
 */
const TRADITIONAL =
  '們個這來時為對會學樣過還發經頭問開關長門車馬東風電話語說國產從進實業應現點動員機間體當兩給讓認識該讀設計許論記訊請誰調談證譯議護變費資質財貨貿賣買賽贏軍農運達遠選邊連鐵錢銀錄鎮閱隊陽陸際險隨難雖雙雜靈預領題顏類願顯飛飯飲館驗驚魚鮮鳥麗黃齊龍龜數網絡線級紅約純紙組結統絕續維綠緊縣總績織義習聖聽聯職腦舉舊藝節莊華葉藥處號衛裝見規視覺觀親訂討訓詞試詩詳誤課廣廳歐歲歷歸殺滿漢灣濟營燈爾獎獨獲環畫異療盡監盤眾確禮稱穩窮競筆簡籃戰戲擁擇擊擔擴撥換損搶揮掃師帶幣庫廠張強彈徑憶態慶懷懶樂標樓權條極構橋檢歡壓壇壞壯夢奪奮婦媽嬰孫寧審寫寶導尋專將層屬島嶺勞勢務匯區協單卻參嗎嚴團園圍圖執報場塊塵負貢責貴貼賞賓賴贊趕蹤輕輸輛轉輪辦辭遲遷鄉鄰醫釋針鋼錯鍵鐘閃閉閒陳陰階麼萬億';
const SIMPLIFIED =
  '们个这来时为对会学样过还发经头问开关长门车马东风电话语说国产从进实业应现点动员机间体当两给让认识该读设计许论记讯请谁调谈证译议护变费资质财货贸卖买赛赢军农运达远选边连铁钱银录镇阅队阳陆际险随难虽双杂灵预领题颜类愿显飞饭饮馆验惊鱼鲜鸟丽黄齐龙龟数网络线级红约纯纸组结统绝续维绿紧县总绩织义习圣听联职脑举旧艺节庄华叶药处号卫装见规视觉观亲订讨训词试诗详误课广厅欧岁历归杀满汉湾济营灯尔奖独获环画异疗尽监盘众确礼称稳穷竞笔简篮战戏拥择击担扩拨换损抢挥扫师带币库厂张强弹径忆态庆怀懒乐标楼权条极构桥检欢压坛坏壮梦夺奋妇妈婴孙宁审写宝导寻专将层属岛岭劳势务汇区协单却参吗严团园围图执报场块尘负贡责贵贴赏宾赖赞赶踪轻输辆转轮办辞迟迁乡邻医释针钢错键钟闪闭闲陈阴阶么万亿';

interface Tally {
  readonly scripts: ReadonlyMap<Script, number>;
  /** Runs of Latin letters: a word weighs about what a Chinese character does. */
  readonly words: number;
  readonly traditional: number;
  readonly simplified: number;
}

let sides: Int8Array | null = null;

/** By code unit: 1 traditional, -1 simplified, 0 neither. A table, because every character of every article is asked. */
function makeSides(): Int8Array {
  const table = new Int8Array(0x10000);
  for (const character of TRADITIONAL) table[character.charCodeAt(0)] = 1;
  for (const character of SIMPLIFIED) table[character.charCodeAt(0)] = -1;
  return table;
}

function tally(sample: string): Tally {
  sides ??= makeSides();
  const scripts = new Map<Script, number>();
  let words = 0;
  let traditional = 0;
  let simplified = 0;
  let script: Script = 'other';
  let run = 0;
  for (let index = 0; index < sample.length; index++) {
    const code = sample.codePointAt(index) ?? 0;
    if (code > 0xffff) index++;
    const next = scriptOf(code);
    if (next !== script) {
      scripts.set(script, (scripts.get(script) ?? 0) + run);
      if (next === 'latin') words++;
      script = next;
      run = 0;
    }
    run++;
    const side = code > 0xffff ? 0 : (sides[code] ?? 0);
    if (side > 0) traditional++;
    else if (side < 0) simplified++;
  }
  scripts.set(script, (scripts.get(script) ?? 0) + run);
  return { scripts, words, traditional, simplified };
}

/**
 * The language of a plain text, from its first 2,000 characters. A Chinese text keeps its language with English words or
 * a Japanese quotation in it, an English one with Chinese names. A text without letters counts as simplified Chinese.
 */
export function detectLanguage(text: string): Language {
  const { scripts, words, traditional, simplified } = tally(text.slice(0, SAMPLE));
  const count = (script: Script): number => scripts.get(script) ?? 0;
  const [han, kana, hangul] = [count('han'), count('kana'), count('hangul')];
  const eastAsian = han + kana + hangul;
  if (count('letter') > Math.max(eastAsian, count('latin'))) return 'und';
  // Code and product names fill many a Chinese text: a quarter of Chinese is already Chinese.
  if (eastAsian * 3 < words) return 'en';
  if (hangul > han + kana) return 'ko';
  // Running Japanese is a third to two thirds kana; a Chinese text that quotes some stays far below a fifth.
  if (kana * 4 > han) return 'ja';
  return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
}
