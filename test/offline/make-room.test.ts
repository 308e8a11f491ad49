import { describe, expect, test } from 'vitest';
import { articlesToForget, keepWithin, makeRoom, storing } from '../../src/offline/make-room.ts';
import { keptArticle, memoryKeeper, ORIGIN } from './kept-fixtures.ts';

const five = [
  keptArticle('saved', { at: 1, saved: true }),
  keptArticle('listed', { at: 2, lists: ['/c/x/'] }),
  keptArticle('old', { at: 3 }),
  keptArticle('new', { at: 5 }),
  keptArticle('newer', { at: 4 }),
];
const idsOf = (articles: readonly { readonly id: string }[]) => articles.map(({ id }) => id);

describe('what goes when there is too much', () => {
  test('nothing, as long as all fits', () => {
    expect(articlesToForget(five, 500, 'opened and lists')).toEqual([]);
  });

  test('the oldest that were opened, as many as need be', () => {
    expect(idsOf(articlesToForget(five, 499, 'opened and lists'))).toEqual(['old']);
    expect(idsOf(articlesToForget(five, 300, 'opened and lists'))).toEqual(['old', 'newer']);
  });

  test('kept lists after all that was merely opened, saved articles never', () => {
    expect(idsOf(articlesToForget(five, 0, 'opened and lists'))).toEqual(['old', 'newer', 'new', 'listed']);
    expect(idsOf(articlesToForget(five, 0, 'opened'))).toEqual(['old', 'newer', 'new']);
  });

  test('pictures count with their article', () => {
    const pictures = [{ address: `${ORIGIN}/p.png`, bytes: 400 }];
    expect(idsOf(articlesToForget([keptArticle('a', { pictures }), keptArticle('b')], 400, 'opened'))).toEqual(['a']);
  });
});

describe('an article that is forgotten', () => {
  const shared = { address: 'https://far.example/shared.png', bytes: 10 };
  const own = { address: 'https://far.example/own.png', bytes: 10 };

  test('takes its page and its pictures along, but for those another one shows', async () => {
    const gone = keptArticle('gone', { pictures: [shared, own] });
    const { keeper, ids, entriesOf } = memoryKeeper([gone, keptArticle('stays', { at: 9, pictures: [shared] })]);
    const pages = entriesOf(keeper.names.articles);
    const pictures = entriesOf(keeper.names.pictures);
    for (const id of ['gone', 'stays']) pages.set(`${ORIGIN}/news/a/${id}/`, new Response(id));
    for (const { address } of [shared, own]) pictures.set(address, new Response('p'));
    expect(await keepWithin(keeper, 120, 'opened')).toBe(true);
    expect(ids()).toEqual(['stays']);
    expect([...pages.keys()]).toEqual([`${ORIGIN}/news/a/stays/`]);
    expect([...pictures.keys()]).toEqual([shared.address]);
  });

  test('is none of those that are saved, even where they are too many', async () => {
    const { keeper, ids } = memoryKeeper([keptArticle('a', { saved: true }), keptArticle('b', { saved: true })]);
    expect(await keepWithin(keeper, 50, 'opened and lists')).toBe(false);
    expect(ids()).toEqual(['a', 'b']);
  });
});

describe('a device that is full', () => {
  const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));

  test('gets the oldest quarter of what isn’t saved, and is tried once more', async () => {
    const articles = Array.from({ length: 8 }, (_, at) => keptArticle(`a${at}`, { at, saved: at === 0 }));
    const { keeper, ids } = memoryKeeper(articles);
    let tries = 0;
    const stored = await storing(keeper, () => (++tries === 1 ? full() : Promise.resolve('stored')));
    expect([stored, tries]).toEqual(['stored', 2]);
    expect(ids()).toEqual(['a0', 'a3', 'a4', 'a5', 'a6', 'a7']);
  });

  test('that stays full says so', async () => {
    const { keeper } = memoryKeeper();
    await expect(storing(keeper, full)).rejects.toThrow('full');
  });

  test('loses nothing for another error', async () => {
    const { keeper, ids } = memoryKeeper([keptArticle('a')]);
    await expect(storing(keeper, () => Promise.reject(new TypeError('no network')))).rejects.toThrow('no network');
    expect(ids()).toEqual(['a']);
  });

  test('keeps what is saved, if that is all there is', async () => {
    const { keeper, ids } = memoryKeeper([keptArticle('a', { saved: true })]);
    await makeRoom(keeper);
    expect(ids()).toEqual(['a']);
  });
});
