export type Script = 'han' | 'kana' | 'hangul' | 'latin' | 'digit' | 'letter' | 'other';

const LETTER = /[\p{L}\p{M}]/u;

function scriptOfAscii(code: number): Script {
  const lower = code | 0x20;
  if (lower >= 0x61 && lower <= 0x7a) return 'latin';
  return code >= 0x30 && code <= 0x39 ? 'digit' : 'other';
}

function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x20000 && code <= 0x3ffff) ||
    code === 0x3005 ||
    code === 0x3007
  );
}

/** Of the marks only those that stand in every text. */
function isMark(code: number): boolean {
  return (
    (code >= 0x3000 && code <= 0x3003) ||
    (code >= 0x3008 && code <= 0x301f) ||
    (code >= 0xff01 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20)
  );
}

/** Without ・ and ー: Chinese writes foreign names and dashes with them. */
function isKana(code: number): boolean {
  return (code >= 0x3041 && code <= 0x309f) || (code >= 0x30a1 && code <= 0x30fa) || (code >= 0xff66 && code <= 0xff9d);
}

function isHangul(code: number): boolean {
  return (code >= 0xac00 && code <= 0xd7a3) || (code >= 0x1100 && code <= 0x11ff) || (code >= 0x3131 && code <= 0x318e);
}

function isLatin(code: number): boolean {
  return (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) || (code >= 0x1e00 && code <= 0x1eff);
}

/**
 * How the character at a code point is written. Ranges rather than `\p{Script=…}`: this runs over every character of
 * every article.
 */
export function scriptOf(code: number): Script {
  if (code < 0x80) return scriptOfAscii(code);
  if (isHan(code)) return 'han';
  if (isKana(code)) return 'kana';
  if (isHangul(code)) return 'hangul';
  if (isLatin(code) || isFullWidthLatin(code)) return 'latin';
  if ((code >= 0x2000 && code <= 0x2bff) || isMark(code)) return 'other';
  return LETTER.test(String.fromCodePoint(code)) ? 'letter' : 'other';
}

function isFullWidthLatin(code: number): boolean {
  return (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
}
