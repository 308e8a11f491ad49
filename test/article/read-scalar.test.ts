import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readScalar } from '../../src/article/read-scalar.ts';

describe('readScalar', () => {
  test.each([
    ['single-quoted', "'早间新闻'", '早间新闻'],
    ['double-quoted', '"早间新闻"', '早间新闻'],
    ['seven-double-quotes-round-single', `"""""""'第7集'"""""""`, '第7集'],
    ['nine-quotes', `"""""""""第7集"""""""""`, '第7集'],
    ['run-of-two', "''第7集''", '第7集'],
    ['run-of-three', "'''第7集'''", '第7集'],
    ['quoted-words-at-both-ends', `'"木星"与"土星"'`, '"木星"与"土星"'],
    ['quoted-word-first', `'"木星"来了'`, '"木星"来了'],
    ['quoted-word-last', `'等待"木星"'`, '等待"木星"'],
    ['unquoted-with-quoted-ends', '"木星"与"土星"', '"木星"与"土星"'],
    ['unquoted-with-quoted-ends-and-spaces', `'up' and 'down'`, `'up' and 'down'`],
    ['apostrophe', "'It's here'", "It's here"],
    ['two-apostrophes', "'It's what we'd call late'", "It's what we'd call late"],
    ['apostrophe-in-double', `"It's here"`, "It's here"],
    ['both-kinds-inside-double', `"他说"I'm fine"就走了"`, `他说"I'm fine"就走了`],
    ['opening-quote-after-a-colon', '"店主："明天再来"他说"', '店主："明天再来"他说'],
    ['quote-at-the-end-inside', '"他说"好""', '他说"好"'],
    ['curly-quotes', "'“木星”与“土星”'", '“木星”与“土星”'],
    ['yaml-single-escape', "'It''s here'", "It's here"],
    ['yaml-double-escape', '"a\\"b"', 'a"b'],
    ['yaml-unicode-escape', '"\\u65E9报"', '早报'],
    ['no-yaml-escape', '"\\o/ 早"', '\\o/ 早'],
    ['unbalanced', "'早报", "'早报"],
    ['only-quotes', '""""', ''],
    ['one-quote', '"', '"'],
    ['empty', "''", ''],
    ['symbols', `"+_&~_%！'^……"`, "+_&~_%！'^……"],
    ['hash', '【早】 #1 报', '【早】 #1 报'],
    ['colon', '早报: 第一版', '早报: 第一版'],
    ['ampersand', '&早报', '&早报'],
    ['asterisk', '*早报*', '*早报*'],
    ['at', '@早报', '@早报'],
    ['brackets', '[转] 早报', '[转] 早报'],
    ['percent-and-backtick', '%早 `报`', '%早 `报`'],
    ['number', '007', '007'],
    ['boolean', 'yes', 'yes'],
    ['exponent', '1e3', '1e3'],
    ['null', 'null', 'null'],
    ['underscore', 'CI_CD', 'CI_CD'],
    ['entities-once', "'&#123;早&#125; &amp;lt;'", '{早} &lt;'],
    ['several-lines', `'@press_ "\n早报\n晚报 📰\n"'`, '@press_ " 早报 晚报 📰 "'],
    ['direction-controls', "'a\u202Eb'", 'ab'],
    ['comment-after-a-quoted-value', "'早报' # the morning one", '早报'],
    ['script-and-replacement-patterns', '</script><!-- $& {{}} %VITE_X%', '</script><!-- $& {{}} %VITE_X%'],
  ])('%s', (_, raw, expected) => {
    expect(readScalar(raw)).toBe(expected);
  });

  test('any text gives one clean line', () => {
    const quotes = fc.array(fc.constantFrom('"', "'", '\\', 'a', ' ', '文', '\n', '&amp;'), { maxLength: 20 });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          quotes.map((parts) => parts.join('')),
        ),
        (raw) => {
          expect(readScalar(raw)).not.toMatch(/[\n\r\t]|^\s|\s$/);
        },
      ),
    );
  });

  test('a text without quotes and entities is kept', () => {
    const plain = fc.string().map((text) => text.replace(/["'&]/g, ''));
    fc.assert(fc.property(plain, (text) => readScalar(readScalar(text)) === readScalar(text)));
  });

  test('a text the generator wraps comes back', () => {
    const inner = fc.array(fc.constantFrom('早', '报', 'a', ' ', '"', '#', ': ', '，'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(inner, (parts) => {
        const title = parts.join('').replace(/\s+/g, ' ').trim();
        fc.pre(!title.startsWith('"') && title !== '');
        expect(readScalar(`'${title}'`)).toBe(title);
      }),
    );
  });
});
