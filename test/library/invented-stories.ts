import type { SearchedText } from '../../src/edition/search-terms.ts';

const places = ['临海镇', '北岸', '云山', '青石桥', '旧港', '松林', '河口', '南湾'];
const things = ['灯塔', '渡轮', '钟楼', '菜场', '书车', '水文站', '裁判员席', '电梯', 'AI 裁判', '纸张厂'];
const acts = ['重新开放', '推迟了', '换了照明', '征求意见', '扩大试点', '公布账本', '迎来新的一年', '停了一会儿'];
const ends = [
  '国内的做法各不相同',
  '國內外都在看',
  '共用去 1435 元',
  '增加了3.5%',
  '用 C++ 写成',
  'the harbour was quiet',
];

/** Articles of a few sentences each, made of parts that come back all the time; the same every time. */
export function inventedStories(count: number): readonly SearchedText[] {
  let seed = 17;
  const next = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const pick = (list: readonly string[]) => list[next(list.length)] ?? '';
  const sentence = () => `${pick(places)}的${pick(things)}${pick(acts)}，${pick(places)}${pick(things)}${pick(ends)}。`;
  return Array.from({ length: count }, (_, index) => {
    const lead = sentence();
    const body = [lead, sentence() + sentence(), `编号 KX-${1000 + index}。${sentence()}`, sentence()].join('\n');
    return { title: `${pick(places)}${pick(things)}${pick(acts)}`, lead, body };
  });
}
