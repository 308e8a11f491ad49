/** The commonest Chinese characters in both scripts: a third to a half of any text, and almost none of a text misread. */
const COMMON = new Set(
  '的一是不了在人有我他这這个個们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着著下自之年过過发發后後作里裡用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并物手应應向头頭文体體美相见見被利什二等产產或新己制身果加西月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名真处處走各入几幾口认認条條平系气氣题題活更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期市直资資命山金指许許统統区區保至形社便空决決展马馬科五基眼书書非则則听聽白却卻界达達光放强強即像难難且思完设設式色路记記南品住告类類求程北边邊死张張该該交万萬取望觉覺共确確传傳师師观觀清今切院让讓识識候带帶运運，。、！？：；“”「」《》（）…—',
);
const KANA = /[\u3041-\u30FA]/;

export interface Guess {
  readonly text: string;
  /** As people call it. */
  readonly encoding: string;
}

function decodeStrictly(bytes: Uint8Array, encoding: string, isCut: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return null;
  }
}

/** Enough of a text to tell its language by. */
const SAMPLE = 20_000;

/** How much of what is not ASCII is as it would be in a text that was read rightly, 0–1. */
function shareOf(text: string, isExpected: (character: string) => boolean): number {
  let expected = 0;
  let all = 0;
  for (const character of text.slice(0, SAMPLE)) {
    if (character < '\u0080') continue;
    all += 1;
    if (isExpected(character)) expected += 1;
  }
  return all === 0 ? 0 : expected / all;
}

/** Letters with accents stand alone among others; two bytes and more make a Chinese character. */
function isWestern(bytes: Uint8Array): boolean {
  let single = 0;
  let longer = 0;
  for (let at = 0; at < Math.min(bytes.length, SAMPLE); at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const start = at;
    while ((bytes[at + 1] ?? 0) >= 0x80) at += 1;
    if (at === start) single += 1;
    else longer += 1;
  }
  return single > longer * 4;
}

/**
 * Text that is no UTF-8, by what it would say in each encoding such files come in; null where it says nothing in any. GB18030
 * has a meaning for nearly every pair of bytes, so that it is taken only where no other makes better sense.
 */
export function guessEncoding(bytes: Uint8Array, isCut: boolean): Guess | null {
  const candidates = [
    { label: 'gb18030', encoding: 'GB18030', isExpected: (character: string) => COMMON.has(character), lead: 0 },
    { label: 'big5', encoding: 'Big5', isExpected: (character: string) => COMMON.has(character), lead: 0.1 },
    { label: 'shift_jis', encoding: 'Shift-JIS', isExpected: (character: string) => KANA.test(character), lead: 0.2 },
  ];
  let best: (Guess & { readonly score: number }) | null = null;
  for (const { label, encoding, isExpected, lead } of candidates) {
    const text = decodeStrictly(bytes, label, isCut);
    if (text === null) continue;
    const score = shareOf(text, isExpected);
    if (best === null || score > best.score + lead) best = { text, encoding, score };
  }
  if (isWestern(bytes) && (best === null || best.score < 0.2)) {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
  return best;
}

/** UTF-16 without a mark: every other byte of its spaces, digits and tags is zero. */
export function utf16ByZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0];
  const length = Math.min(bytes.length, 1024) & ~1;
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > Math.max(8, length / 10) && odd > even * 20) return 'utf-16le';
  return even > Math.max(8, length / 10) && even > odd * 20 ? 'utf-16be' : null;
}

/** UTF-32 by its mark, which begins as the one of UTF-16 does; null for anything else. */
export function decodeUtf32(bytes: Uint8Array): string | null {
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0;
  const isBig = bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff;
  if (!isLittle && !isBig) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  for (let at = 4; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittle);
    characters.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\uFFFD' : String.fromCodePoint(code));
  }
  return characters.join('');
}
