import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleId } from '../../src/article/article-id.ts';
import { assignIds, type Claim } from '../../src/edition/assign-ids.ts';

const claim = (file: string, slug: string | null = null, aliases: string[] = []): Claim => ({ file, slug, aliases });

describe('ids', () => {
  test('an article without a slug has the hash of its path', () => {
    expect(assignIds([claim('news/a.html')])).toEqual({ ids: [articleId('news/a.html')], aliases: [], problems: [] });
  });

  test('a safe slug of its own is the id, in lower case', () => {
    expect(assignIds([claim('a.md', ' Hello-World '), claim('b.md', '4711')]).ids).toEqual(['hello-world', '4711']);
  });

  test.each(['index', '404', 'con', '../x', 'a/b', 'a b', '你好', '-x', 'x'.repeat(81)])(
    'the slug %s is not used, with a warning',
    (slug) => {
      const { ids, problems } = assignIds([claim('a.md', slug)]);
      expect(ids).toEqual([articleId('a.md')]);
      expect(problems).toMatchObject([{ file: 'a.md', line: 1, level: 'warning' }]);
      expect(problems[0]?.reason).toContain('is not safe in an address');
    },
  );

  test('an empty slug is no slug', () => {
    expect(assignIds([claim('a.md', ' ')]).problems).toEqual([]);
  });

  test('two that claim one slug both fall back, whatever its case, with a warning each', () => {
    const { ids, problems } = assignIds([claim('b.md', 'Story'), claim('c.md', 'other'), claim('a.md', 'story')]);
    expect(ids).toEqual([articleId('b.md'), 'other', articleId('a.md')]);
    expect(problems.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
      'b.md: the slug “Story” is claimed by a.md too',
      'a.md: the slug “story” is claimed by b.md too',
    ]);
  });

  test("a slug that is the hash of another's path is not given away", () => {
    const { ids, problems } = assignIds([claim('a.md', articleId('b.md')), claim('b.md')]);
    expect(ids).toEqual([articleId('a.md'), articleId('b.md')]);
    expect(problems).toHaveLength(1);
  });

  test("a slug that is the hash of the article's own path is simply its id", () => {
    expect(assignIds([claim('a.md', articleId('a.md'))])).toMatchObject({ ids: [articleId('a.md')], problems: [] });
  });

  test('names that are one when composed are told apart, the composed one keeping its address', () => {
    const { ids } = assignIds([claim('cafe\u0301.md'), claim('caf\u00e9.md'), claim('x\\y.md'), claim('x/y.md')]);
    expect(new Set(ids).size).toBe(4);
    expect(ids[1]).toBe(articleId('café.md'));
    expect(ids[3]).toBe(articleId('x/y.md'));
  });

  const file = fc.string({ unit: 'binary', minLength: 1, maxLength: 6 });
  const claims = fc.uniqueArray(
    fc.record({
      file,
      slug: fc.option(fc.constantFrom('a', 'A', 'b', 'index', articleId('x'), articleId('y')), { nil: null }),
      aliases: fc.array(fc.constantFrom('/old/', 'old', 'a/b', 'a/c/', '../x', '/x.html'), { maxLength: 3 }),
    }),
    { selector: (entry) => entry.file },
  );

  test('are distinct, and the order of files changes nothing', () => {
    fc.assert(
      fc.property(claims, (all) => {
        const { ids, aliases } = assignIds(all);
        const reversed = assignIds(all.toReversed());
        expect(new Set(ids).size).toBe(all.length);
        expect(reversed.ids.toReversed()).toEqual(ids);
        expect(reversed.aliases).toEqual(aliases);
      }),
    );
  });

  test('stay when articles without a rival slug come or go', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z/]{1,8}$/)), fc.nat(), (files, at) => {
        const all = files.map((name) => claim(name));
        const gone = all.length === 0 ? 0 : at % all.length;
        expect(assignIds(all.toSpliced(gone, 1)).ids).toEqual(assignIds(all).ids.toSpliced(gone, 1));
      }),
    );
  });

  test('many files that claim one slug take no time to speak of', () => {
    const { ids } = assignIds(Array.from({ length: 20_000 }, (_, index) => claim(`${index}.md`, 'same')));
    expect(new Set(ids).size).toBe(20_000);
  });
});

describe('aliases', () => {
  test.each([
    ['/2020/05/old-story/', '2020/05/old-story'],
    ['old.html', 'old.html'],
    ['/2020/旧文/index.html', '2020/旧文'],
    ['/2020/%E6%97%A7', '2020/旧'],
    ['/a/k3x9old/', 'a/k3x9old'],
    ['//x/', null],
    ['https://elsewhere.example/x', null],
    ['../up', null],
    ['/x/%2e%2e/y', null],
    ['/x\\y', null],
    ['/?p=12', null],
    ['/x/%zz', null],
    ['/', null],
    ['/index.html', null],
    ['/data/edition.json', null],
    ['/C/finance/', null],
    ['/a/k3/more', null],
    ['/old.html/x', null],
    ['/con/x', null],
    ['/x\n', 'x'],
    ['/x\ny', null],
    [`/${'长'.repeat(80)}`, null],
  ])('%j leads from %j', (written, from) => {
    const { aliases, problems } = assignIds([claim('a.md', 'new', [written])]);
    expect(aliases).toEqual(from === null ? [] : [{ from, to: 'new' }]);
    expect(problems).toHaveLength(from === null ? 1 : 0);
  });

  test('one written twice by one article counts once', () => {
    expect(assignIds([claim('a.md', 'n', ['/old/', 'OLD', '/old/index.html'])])).toMatchObject({
      aliases: [{ from: 'old', to: 'n' }],
      problems: [],
    });
  });

  test("an article's own address needs no alias", () => {
    expect(assignIds([claim('a.md', 'n', ['/a/n/'])])).toMatchObject({ aliases: [], problems: [] });
  });

  test('one that is the address of another article is left out with a warning', () => {
    const { aliases, problems } = assignIds([claim('a.md', 'n', ['/a/m/']), claim('b.md', 'm')]);
    expect(aliases).toEqual([]);
    expect(problems).toMatchObject([{ file: 'a.md', reason: 'the alias “/a/m/” is the address of another article' }]);
  });

  test('of two articles that claim one, the first by file path has it', () => {
    const { aliases, problems } = assignIds([claim('b.md', 'two', ['old']), claim('a.md', 'one', ['Old'])]);
    expect(aliases).toEqual([{ from: 'Old', to: 'one' }]);
    expect(problems).toMatchObject([{ file: 'b.md', level: 'warning' }]);
  });
});
