// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { watchLinks } from '../../src/library/watch-links.ts';

const pointAt = vi.fn();
const expectNext = vi.fn();
const look = watchLinks('/news/', { pointAt, expect: expectNext });

beforeEach(() => {
  vi.clearAllMocks();
  document.body.innerHTML = `<main>
    <a id="one" href="/news/a/one/"><b>一</b></a><a id="two" href="/news/a/%E4%BA%8C/">二</a>
    <a id="list" href="/news/c/hai/">海</a><a id="old" href="/news/page/1/">旧</a><a id="other" href="https://paper.example/news/a/x/">外</a>
  </main>`;
});

const send = (selector: string, type: string) =>
  document.querySelector(selector)?.dispatchEvent(new Event(type, { bubbles: true }));
const wait = (time: number) => new Promise((done) => setTimeout(done, time));

describe('watchLinks', () => {
  test('tells the article a pointer rests on', async () => {
    send('#one b', 'pointerover');
    await expect.poll(() => pointAt.mock.calls).toEqual([['one']]);
  });

  test('overlooks a pointer that passes, and a finger that scrolls', async () => {
    send('#one', 'pointerover');
    send('main', 'pointerover');
    send('#two', 'pointerover');
    send('#two', 'pointercancel');
    await wait(150);
    expect(pointAt).not.toHaveBeenCalled();
  });

  test('tells the article that gets the focus', () => {
    send('#two', 'focusin');
    expect(pointAt.mock.calls).toEqual([['二']]);
  });

  test.each(['#list', '#old', '#other'])('%s is no article', async (selector) => {
    send(selector, 'focusin');
    send(selector, 'pointerover');
    await wait(100);
    expect(pointAt).not.toHaveBeenCalled();
  });

  test('names the articles on the page once it has come to rest', async () => {
    look();
    look();
    await expect.poll(() => expectNext.mock.calls).toEqual([[['one', '二']]]);
  });
});
