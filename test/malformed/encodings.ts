import { bytes, hex, leftOut, type MalformedFile, published, TAIL, text } from './malformed-file.ts';

const HEAD = '---\ntitle: Encoded\ndate: 2023-05-06\n---\n';
const END = `\n<p>${TAIL}</p>\n`;

/** Words of each file in its own encoding, as an encoder outside of this project wrote them. */
const gb = hex('b8dbbfdab5c4ceedc9a2c1cba3acd3e6b4acd2bbd6bbd2bbd6bbb5d8b3f6baa3a1a3');
const big5 = hex('b4e4a466aabac3fab4b2a446a141baaeb2eea440b0a6a440b0a6a661a558aefca143');
const shiftJis = hex('8d6082cc96b682aa90b082ea82c481418b99914482aa8e9f815882c98a4382d68f6f82c482a282ad8142');
const eucJp = hex('b9c1a4ceccb8a4acc0b2a4eca4c6a1a2b5f9c1a5a4acbca1a1b9a4cbb3a4a4d8bdd0a4c6a4a4a4afa1a3');
const eucKr = hex('c7d7b1b8c0c720bec8b0b3b0a120b0c8c7fbb4d9');
const latin1 = hex('4c6520636166e920647520706f727420e974616974206665726de93b206c6520676172e76f6e2072ea766169742e');

function utf16(content: string, order: 'le' | 'be'): Buffer {
  const little = Buffer.from(content, 'utf16le');
  return order === 'le' ? little : little.swap16();
}

function utf32(content: string): Buffer {
  return Buffer.concat(
    [...content].map((character) => {
      const unit = Buffer.alloc(4);
      unit.writeUInt32LE(character.codePointAt(0) ?? 0);
      return unit;
    }),
  );
}

const CHINESE = `---\ntitle: 雾中的港口\ndate: 2023-05-06\n---\n<p>渔船没有出海。</p>\n`;

export const encodings: readonly MalformedFile[] = [
  {
    file: 'encodings/utf-16-little-endian-with-mark.html',
    content: bytes([0xff, 0xfe], utf16(CHINESE, 'le')),
    outcome: published('雾中的港口', { shows: '渔船没有出海。' }),
  },
  {
    file: 'encodings/utf-16-big-endian-with-mark.html',
    content: bytes([0xfe, 0xff], utf16(CHINESE, 'be')),
    outcome: published('雾中的港口', { shows: '渔船没有出海。' }),
  },
  {
    file: 'encodings/utf-16-little-endian-without-mark.html',
    content: utf16(CHINESE, 'le'),
    outcome: published('雾中的港口', { shows: '渔船没有出海。', says: 'UTF-16', line: 1 }),
  },
  {
    file: 'encodings/utf-16-big-endian-without-mark.html',
    content: utf16(CHINESE, 'be'),
    outcome: published('雾中的港口', { shows: '渔船没有出海。', says: 'UTF-16', line: 1 }),
  },
  {
    file: 'encodings/utf-16-of-odd-length.html',
    content: bytes([0xff, 0xfe], utf16(CHINESE, 'le'), [0x41]),
    outcome: published('雾中的港口', { shows: '渔船没有出海。', says: 'UTF-16' }),
  },
  {
    file: 'encodings/utf-16-lone-surrogate.html',
    content: bytes([0xff, 0xfe], utf16(`${HEAD}<p>Net \ud83d mended.</p>${END}`, 'le')),
    outcome: published('Encoded', { shows: 'mended.', says: 'UTF-16', line: 5 }),
  },
  {
    file: 'encodings/utf-32.html',
    content: bytes([0xff, 0xfe, 0, 0], utf32(CHINESE)),
    outcome: published('雾中的港口', { shows: '渔船没有出海。', says: 'UTF-32', line: 1 }),
  },
  {
    file: 'encodings/gb18030.html',
    content: bytes(HEAD, '<p>', gb, '</p>', END),
    outcome: published('Encoded', { shows: '港口的雾散了，渔船一只一只地出海。', says: 'GB18030', line: 5 }),
  },
  {
    file: 'encodings/gb18030-in-the-title.md',
    content: bytes('---\ntitle: ', gb, '\ndate: 2023-05-06\n---\n', TAIL),
    outcome: published('港口的雾散了，渔船一只一只地出海。', { says: 'GB18030', line: 2 }),
  },
  {
    file: 'encodings/big5.html',
    content: bytes(HEAD, '<p>', big5, '</p>', END),
    outcome: published('Encoded', { shows: '港口的霧散了，漁船一隻一隻地出海。', says: 'Big5', line: 5 }),
  },
  {
    file: 'encodings/shift-jis.html',
    content: bytes(HEAD, '<p>', shiftJis, '</p>', END),
    outcome: published('Encoded', { shows: '港の霧が晴れて、漁船が次々に海へ出ていく。', says: 'Shift-JIS', line: 5 }),
  },
  {
    file: 'encodings/euc-jp.html',
    content: bytes(HEAD, '<p>', eucJp, '</p>', END),
    outcome: published('Encoded', { says: 'is not UTF-8', line: 5 }),
  },
  {
    file: 'encodings/euc-kr.html',
    content: bytes(HEAD, '<p>', eucKr, '</p>', END),
    outcome: published('Encoded', { says: 'is not UTF-8', line: 5 }),
  },
  {
    file: 'encodings/latin-1.html',
    content: bytes(HEAD, '<p>', latin1, '</p>', END),
    outcome: published('Encoded', {
      shows: 'Le café du port était fermé; le garçon rêvait.',
      says: 'windows-1252',
      line: 5,
    }),
  },
  {
    file: 'encodings/gb18030-within-utf-8.html',
    content: bytes(
      HEAD,
      '<p>渔船没有出海，人们在码头上等着雾散去。等到中午还没有散。</p>\n<p>',
      gb.slice(0, 6),
      '</p>',
      END,
    ),
    outcome: published('Encoded', { shows: '渔船没有出海，人们在码头上等着雾散去。', says: 'UTF-8', line: 6 }),
  },
  {
    file: 'encodings/one-broken-byte.html',
    content: bytes(HEAD, '<p>渔船没有出', [0xe6, 0xb5], '海。</p>', END),
    outcome: published('Encoded', { shows: '渔船没有出', says: 'UTF-8', line: 5 }),
  },
  {
    file: 'encodings/cut-inside-a-character.html',
    content: bytes(HEAD, `<p>${TAIL}</p><p>渔船没有出海`, [0xe6, 0xb5]),
    outcome: published('Encoded', { says: 'UTF-8', line: 5 }),
  },
  {
    file: 'encodings/surrogates-in-utf-8.html',
    content: bytes(HEAD, '<p>Nets ', [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80], ' mended</p>', END),
    outcome: published('Encoded', { says: 'UTF-8', line: 5 }),
  },
  {
    file: 'encodings/overlong.html',
    content: bytes(HEAD, '<p>', [0xc0, 0xbc], 'script', [0xc0, 0xbe], '</p>', END),
    outcome: published('Encoded', { says: 'UTF-8', line: 5 }),
  },
  {
    file: 'encodings/nul-bytes.html',
    content: `---\ntitle: En\0coded\ndate: 2023-05-06\n---\n<p>\0</p><scr\0ipt>alert(1)</scr\0ipt>${END}`,
    outcome: published('Encoded'),
  },
  {
    file: 'encodings/mark-in-the-middle.html',
    content: `${HEAD}<p>\ufeffRope \ufeffand \ufeffnet.</p>${END}`,
    outcome: published('Encoded', { shows: 'Rope and net.' }),
  },
  {
    file: 'encodings/three-marks-first.html',
    content: `\ufeff\ufeff\ufeff${HEAD}${END}`,
    outcome: published('Encoded'),
  },
  {
    file: 'encodings/control-characters.html',
    content: `---\ntitle: En\u0007cod\u001b[31med\ndate: 2023-05-06\n---\n<p>Bell\u0007, escape\u001b.</p>${END}`,
    outcome: published('Encod[31med'),
  },
  {
    file: 'encodings/noise.html',
    content: () => {
      let state = 12345;
      return Uint8Array.from({ length: 50_000 }, () => {
        state = (state * 1103515245 + 12345) & 0x7fffffff;
        return state >> 16;
      });
    },
    outcome: leftOut('is no text'),
  },
  {
    file: 'encodings/picture-called-article.html',
    content: bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1]),
    outcome: leftOut('is a PNG picture'),
  },
  {
    file: 'encodings/picture-called-article.md',
    content: bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF', [0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    outcome: leftOut('is a JPEG picture'),
  },
  {
    file: 'encodings/compressed.html',
    content: hex('1f8b08000000000000034bcc4b2e2e49cc2b0100a1b2c3d407000000'),
    outcome: leftOut('is a gzip archive'),
  },
  {
    file: 'encodings/zip.md',
    content: bytes('PK', [3, 4, 20, 0, 0, 0, 8, 0], 'word/document.xml', [0, 0, 1, 2, 3]),
    outcome: leftOut('is a ZIP archive'),
  },
  {
    file: 'encodings/pdf.html',
    content: bytes('%PDF-1.7\n%', [0xe2, 0xe3, 0xcf, 0xd3], '\n1 0 obj\n'),
    outcome: leftOut('is a PDF'),
  },
  {
    file: 'encodings/only-nul-bytes.html',
    content: new Uint8Array(4096),
    outcome: leftOut('is empty'),
  },
];

export const lineEnds: readonly MalformedFile[] = [
  { file: 'line-ends/cr.html', content: text('title: Ends').replaceAll('\n', '\r'), outcome: published('Ends') },
  { file: 'line-ends/crlf.html', content: text('title: Ends').replaceAll('\n', '\r\n'), outcome: published('Ends') },
  {
    file: 'line-ends/cr-cr-lf.html',
    content: text('title: Ends').replaceAll('\n', '\r\r\n'),
    outcome: published('Ends'),
  },
  {
    file: 'line-ends/line-separator.html',
    content: text('title: Ends').replaceAll('\n', '\u2028'),
    outcome: published('Ends'),
  },
  {
    file: 'line-ends/next-line.html',
    content: text('title: Ends').replaceAll('\n', '\u0085'),
    outcome: published('Ends'),
  },
  {
    file: 'line-ends/mixed.html',
    content: `---\r\ntitle: Ends\rdate: 2023-05-06\n---\r\n<p>One\u2028two</p>\r<p>${TAIL}</p>`,
    outcome: published('Ends'),
  },
  {
    file: 'line-ends/separator-in-the-title.html',
    content: text('title: Rope\u2028and net'),
    outcome: published('Rope and net'),
  },
];
