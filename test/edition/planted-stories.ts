import { roughText } from '../../src/edition/rough-text.ts';
import { MOST_UNITS, storyTraits } from '../../src/edition/story-traits.ts';
import { makeArticle } from '../bench/corpus-article.js';
import type { seededRandom } from '../bench/seeded-random.js';

export interface Planted {
  readonly title: string;
  readonly body: string;
  readonly source: number;
}

export type Random = ReturnType<typeof seededRandom>;

const FILLER =
  '消息传开以后不少街坊赶到现场围观拍照工作人员劝大家保持距离记者随后联系有关方面对方表示正在核实将尽快公布结果专家提醒市民注意安全理性看待传言';

/** Invented articles that have nothing to do with each other but the way they are made. */
export function strangers(count: number, seed = 'strangers'): readonly Planted[] {
  return Array.from({ length: count }, (_, index) => {
    const { title, body, source } = makeArticle(seed, index);
    return { title, body, source: source.length * 31 + source.charCodeAt(0) };
  });
}

const traditionalOf: Readonly<Record<string, string>> = {
  ...{ 国: '國', 会: '會', 来: '來', 说: '說', 开: '開', 关: '關', 发: '發', 东: '東', 车: '車', 这: '這', 为: '為' },
  ...{ 时: '時', 长: '長', 们: '們', 个: '個', 业: '業', 动: '動', 学: '學', 电: '電', 华: '華', 书: '書', 门: '門' },
};

const paragraphsOf = (body: string): readonly string[] => body.split(/(?<=<\/p>)/);

/** One other sentence in about `share` of the paragraphs. */
function edited(body: string, share: number, random: Random): string {
  return paragraphsOf(body)
    .map((each) => {
      if (!random.chance(share)) return each;
      const at = random.whole(0, FILLER.length - 20);
      return each.replace('</p>', `${FILLER.slice(at, at + random.whole(6, 18))}。</p>`);
    })
    .join('');
}

/** How other papers print a story again. */
export const reprints: Readonly<Record<string, (story: Planted, random: Random) => Planted>> = {
  exactly: (story) => ({ ...story, source: story.source + 1000 }),
  'in the same paper': (story) => ({ ...story }),
  'under another headline': (story) => ({ ...story, source: story.source + 1000, title: '昨夜今晨的另一种讲法' }),
  'with a word more in the headline': (story) => ({
    ...{ ...story, source: story.source + 1000 },
    title: `快讯｜${story.title}（图）`,
  }),
  'with some sentences more': (story, random) => ({
    ...{ ...story, source: story.source + 1000 },
    body: edited(story.body, 0.25, random),
  }),
  'with lines of its editors': (story) => ({
    ...{ ...story, source: story.source + 1000 },
    body: `<p>本文转载自合作媒体，内容略有编辑，发布时间 2031-04-05 06:07。</p>${story.body}<p>责任编辑：小鹿　校对：山雀</p><p>扫描下方二维码，下载客户端，第一时间阅读更多独家报道。</p>`,
  }),
  'without its last third': (story) => {
    const paragraphs = paragraphsOf(story.body);
    const body = paragraphs.slice(0, Math.ceil(paragraphs.length * 0.67)).join('');
    return { ...story, source: story.source + 1000, body };
  },
  'in traditional characters': (story) => ({
    ...{ ...story, source: story.source + 1000 },
    body: story.body.replace(/\p{sc=Han}/gu, (each) => traditionalOf[each] ?? each),
  }),
  'in other markup': (story) => ({
    ...{ ...story, source: story.source + 1000 },
    body: story.body.replace(/<p[^>]*>/g, '<div class="x"><span>').replaceAll('</p>', '</span></div><br>'),
  }),
};

const CITIES = ['临湖', '北岩', '长堤', '云渡', '石浦', '青坡', '南汀', '望楼'];
const SKIES = ['晴', '多云', '阴', '小雨', '雷阵雨', '小雪', '大雾'];

/** What is written every day with other words in the same places. */
export const templates: Readonly<Record<string, (random: Random, index: number) => Planted>> = {
  weather: (random, index) => {
    const city = random.pick(CITIES);
    const [high, low] = [random.whole(18, 38), random.whole(-6, 17)];
    return {
      ...{ source: 7, title: `${city}今日天气：${random.pick(SKIES)}转${random.pick(SKIES)}，最高气温${high}℃` },
      body: `<p>${city}气象台${1 + (index % 12)}月${1 + (index % 28)}日早晨发布天气预报：今天白天到夜间${random.pick(SKIES)}转${random.pick(SKIES)}，最高气温${high}℃，最低气温${low}℃，偏北风${random.whole(2, 4)}到${random.whole(5, 7)}级，相对湿度百分之${random.whole(20, 90)}。</p><p>气象专家提醒，近期昼夜温差较大，外出请随身携带雨具，注意添减衣物，驾车出行请保持车距，老人和儿童尽量避免在清晨锻炼。更多天气信息请关注本台后续发布的消息。</p>`,
    };
  },
  'closing prices': (random, index) => {
    const points = () => (random.whole(200000, 999999) / 100).toFixed(2);
    const share = () => (random.whole(1, 400) / 100).toFixed(2);
    return {
      ...{ source: 8, title: '收盘：三大指数涨跌不一 成交量较前一日有所放大' },
      body: `<p>${1 + (index % 12)}月${1 + (index % 28)}日收盘，海岸综合指数报${points()}点，涨${share()}%；山地成份指数报${points()}点，跌${share()}%；灯塔创新指数报${points()}点，涨${share()}%。两市成交额合计${points()}亿元，较前一交易日放大${share()}%。</p><p>盘面上，板块轮动较快，航运、造纸、乳业等板块涨幅居前，旅游、家具、玩具等板块跌幅居前。分析人士认为，市场情绪有所回暖，短期内仍以震荡整理为主，投资者宜控制仓位，不盲目追涨杀跌。</p><p>以上内容仅供参考，不构成任何投资建议。市场有风险，投资需谨慎。</p>`,
    };
  },
  'draws of a lottery': (random, index) => {
    const balls = Array.from({ length: 7 }, () => String(random.whole(1, 35)).padStart(2, '0')).join(' ');
    return {
      ...{ source: 9, title: `海岸彩第${2000 + index}期开奖结果` },
      body: `<p>海岸彩第${2000 + index}期开奖号码：${balls}。本期全国销量${random.whole(10_000_000, 90_000_000)}元，一等奖${random.whole(1, 9)}注，单注奖金${random.whole(1_000_000, 9_000_000)}元，奖池滚存${random.whole(100_000_000, 900_000_000)}元。</p><p>中奖者请于开奖之日起六十个自然日内，凭有效证件和中奖彩票到指定地点兑奖，逾期作弃奖处理。开奖公告以现场公布为准。</p>`,
    };
  },
  'notices of companies': (random, index) => {
    const name = `${random.pick(CITIES)}${random.pick(['海产', '纸业', '玻璃', '乳品', '茶业', '航运'])}`;
    const amount = random.whole(100, 90000);
    return {
      ...{ source: 10 + (index % 3), title: `${name}：关于使用部分闲置资金购买理财产品的公告` },
      body: `<p>本公司董事会及全体董事保证本公告内容不存在任何虚假记载、误导性陈述或者重大遗漏，并对其内容的真实性、准确性和完整性承担法律责任。</p><p>${name}股份有限公司于${1 + (index % 12)}月${1 + ((index * 5) % 28)}日召开董事会会议，审议通过了关于使用部分闲置资金购买理财产品的议案，同意公司使用不超过${amount}万元的闲置资金购买安全性高、流动性好的理财产品，期限不超过${random.whole(3, 36)}个月，在上述额度内资金可以滚动使用。</p><p>监事会认为，公司在确保不影响正常经营的前提下购买理财产品，有利于提高资金使用效率，不存在损害公司及全体股东利益的情形。特此公告。</p>`,
    };
  },
  'readings in words': (random, index) => {
    const words = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    const number = () => `${random.pick(words)}十${random.pick(words)}`;
    return {
      ...{ source: 20, title: `${random.pick(CITIES)}河口今日潮位` },
      body: `<p>据水文站${words[index % 9]}月${number()}日观测，河口今日高潮位${number()}厘米，低潮位${number()}厘米，水温${number()}度，能见度良好，船只可以正常进出港口，请各船按照航道标志行驶，不得在主航道内抛锚或者从事捕捞作业。</p>`,
    };
  },
};

export function traitsOf({ title, body }: Planted): string {
  return storyTraits(title, roughText(body, MOST_UNITS));
}
