import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/article/language.ts';

const HANS = '昨天下午，港口的起重机又开始工作了。码头管理处说，第一批货物将在三天之内运往内陆各县，价格暂时不变。';
const HANT = '昨天下午，港口的起重機又開始工作了。碼頭管理處說，第一批貨物將在三天之內運往內陸各縣，價格暫時不變。';
const EN =
  'The harbour opened again on Tuesday morning. Three ships were waiting outside, and the first of them came in at noon.';
const JA = '港のクレーンは昨日の午後から再び動き始めた。最初の荷物は三日以内に内陸へ運ばれる予定だという。';
const KO = '어제 오후 항구의 기중기가 다시 움직이기 시작했다. 첫 화물은 사흘 안에 내륙으로 옮겨질 예정이다.';

describe('detectLanguage', () => {
  test.each([
    ['simplified Chinese', HANS, 'zh-Hans'],
    ['traditional Chinese', HANT, 'zh-Hant'],
    ['English', EN, 'en'],
    ['Japanese', JA, 'ja'],
    ['Korean', KO, 'ko'],
    ['another script', 'Порт снова открылся во вторник утром.', 'und'],
  ])('knows %s', (_, text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test.each([
    ['Chinese with English words', `${HANS}The new crane is called Blue Heron and costs twelve million.`, 'zh-Hans'],
    ['Chinese with a Japanese quotation', `${HANS}${HANS}他只说了一句「ありがとう」，便走了。`, 'zh-Hans'],
    ['Chinese with foreign names in ・ and ー', '作家・诗人・画家ーー三个身份', 'zh-Hans'],
    ['traditional Chinese that quotes a simplified sign', `${HANT}路牌上写着「开门」。`, 'zh-Hant'],
    ['English with a Chinese name', `${EN} The captain, 林晚舟, waved.`, 'en'],
    [
      'Chinese that explains code',
      `用 const harbour = openHarbour(gate, tide) 打开港口，再调用 close() 关闭它。`,
      'zh-Hans',
    ],
    ['Japanese with many kanji', '東京港湾局は昨日、新型起重機の導入計画を正式に発表した。', 'ja'],
    ['Korean with Hanja and Latin', `${KO} 港口 KBS 뉴스`, 'ko'],
  ])('is not misled by %s', (_, text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  test('takes Chinese without a telling character, and a text without letters, for simplified', () => {
    expect(['山水人大小', '', '🎈 12:30 ——'].map(detectLanguage)).toEqual(['zh-Hans', 'zh-Hans', 'zh-Hans']);
  });

  test('looks at the beginning only', () => {
    expect(detectLanguage(`${HANT.repeat(50)}${EN.repeat(500)}`)).toBe('zh-Hant');
  });
});
