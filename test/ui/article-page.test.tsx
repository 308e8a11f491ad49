// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Element, ElementContent, Properties } from 'hast';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ArticlePage } from '../../src/ui/article-page.tsx';
import { StoryBody } from '../../src/ui/story-body.tsx';
import { inventedArticle, inventedBody, inventedRow } from './invented.ts';
import { renderPage } from './render-page.tsx';

afterEach(cleanup);

function element(tagName: string, properties: Properties, ...children: (ElementContent | string)[]): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  };
}

function show(...children: Element[]) {
  renderPage(<ArticlePage page={inventedArticle(inventedRow(5), inventedBody(children))} />);
}

const picture = element('img', { src: 'https://img.example/a.jpg', alt: '码头', width: 600, height: 352 });

describe('an article', () => {
  test('is one article with a heading, a time and its text', () => {
    show(element('p', {}, '潮水退了。'));
    const article = screen.getByRole('article', { name: '第 5 号灯塔' });
    expect(article.getAttribute('lang')).toBe('zh-Hans');
    expect(article.querySelectorAll('h1')).toHaveLength(1);
    expect(article.querySelector('h1 > bdi')?.textContent).toBe('第 5 号灯塔');
    expect(article.querySelector('time')?.dateTime).toBe('2026-11-19T04:30:00.000Z');
    expect(article.querySelector('time')?.textContent).toBe('2026年11月19日 12:30');
    expect(article.querySelector('.article-body')?.innerHTML).toBe('<p>潮水退了。</p>');
  });

  test('names its source, categories and reading time', () => {
    show(element('p', {}, '潮水退了。'));
    expect(screen.getByRole('link', { name: '海岸通讯' }).getAttribute('href')).toBe('/news/s/hai-an/');
    expect(screen.getByRole('link', { name: '灯塔' }).getAttribute('href')).toBe('/news/c/hai/deng-ta/');
    expect(screen.getByText('约 3 分钟')).toBeTruthy();
  });

  test('leads to the newer and the older article', () => {
    show(element('p', {}, '潮水退了。'));
    expect(screen.getByRole('link', { name: /更新的一篇/ }).getAttribute('href')).toBe('/news/a/row9/');
    expect(screen.getByRole('link', { name: /更早的一篇/ }).getAttribute('href')).toBe('/news/a/row1/');
  });

  test('says that a date is unknown', () => {
    renderPage(<ArticlePage page={inventedArticle(inventedRow(5, { date: null }), inventedBody([]))} />);
    expect(screen.getByText('日期不详')).toBeTruthy();
    expect(document.querySelector('time')).toBeNull();
  });

  test('sets editor, original title and original link small', () => {
    const smallPrint = { editor: '值班人', originalTitle: '旧题', originalUrl: 'https://paper.example/1' };
    renderPage(<ArticlePage page={inventedArticle(inventedRow(5), inventedBody([], { smallPrint }))} />);
    expect(screen.getByText('值班人').parentElement?.textContent).toBe('责任编辑：值班人');
    expect(screen.getByRole('link', { name: '查看原文' }).getAttribute('rel')).toContain('noreferrer');
  });

  test('counts what was cleaned away, and says it when asked', () => {
    const removed = [
      { kind: 'qr-code', text: '扫码关注' },
      { kind: 'style', text: '.box{color:red}' },
    ] as const;
    renderPage(<ArticlePage page={inventedArticle(inventedRow(5), inventedBody([], { removed }))} />);
    const details = screen.getByText('已清理 2 处').closest('details');
    expect(details?.textContent).toContain('二维码 1 · 样式 1');
    expect(details?.textContent).not.toContain('扫码关注');
    if (details) fireEvent(Object.assign(details, { open: true }), new Event('toggle'));
    expect(details?.textContent).toContain('二维码 扫码关注');
    expect(details?.textContent).not.toContain('color:red');
  });

  test('shows its cover on top only where the text doesn’t', () => {
    const row = inventedRow(5, { cover: { src: 'https://img.example/w600h352/a.jpg' } });
    renderPage(<ArticlePage page={inventedArticle(row, inventedBody([element('figure', {}, picture)]))} />);
    expect(document.querySelectorAll('.story img')).toHaveLength(1);
    cleanup();
    renderPage(<ArticlePage page={inventedArticle(row, inventedBody([element('p', {}, '无图。')]))} />);
    // Only lazy pictures of other hosts can be kept from coming before the script is there.
    expect(document.querySelector('.cover img')?.getAttribute('loading')).toBe('lazy');
    cleanup();
    const own = inventedRow(5, { cover: { src: '/media/a.webp' } });
    renderPage(<ArticlePage page={inventedArticle(own, inventedBody([element('p', {}, '无图。')]))} />);
    expect(document.querySelector('.cover img')?.getAttribute('loading')).toBe('eager');
  });

  test('keeps its place while the body is on the way', async () => {
    const page = inventedArticle(inventedRow(5), inventedBody([element('p', {}, '潮水退了。')]));
    await act(async () => {
      const story = { body: inventedBody([element('p', {}, '到了。')]), Text: StoryBody };
      renderPage(<ArticlePage page={{ ...page, story: Promise.resolve(story) }} />);
    });
    expect(document.querySelector('.article-body')?.textContent).toBe('到了。');
  });
});

describe('a picture', () => {
  test('keeps its space, tells no one where it is read, and leads to the original', () => {
    show(element('figure', {}, picture, element('figcaption', {}, '清晨的码头')));
    const image = screen.getByRole('img', { name: '码头' });
    expect(image.getAttribute('width')).toBe('600');
    expect(image.getAttribute('height')).toBe('352');
    expect(image.getAttribute('referrerpolicy')).toBe('no-referrer');
    expect(image.closest('a')?.getAttribute('href')).toBe('https://img.example/a.jpg');
    expect(document.querySelector('figure > a > img')).not.toBeNull();
    expect(document.querySelector('figure > figcaption')?.textContent).toBe('清晨的码头');
  });

  test('that was not there when the edition was built leaves its caption and nothing to press', () => {
    show(element('figure', {}, element('img', { alt: '码头' }), element('figcaption', {}, '清晨的码头')));
    expect(document.querySelector('figure > .failed-picture')?.textContent).toBe('码头图片未能载入');
    expect(document.querySelectorAll('figure :is(a, img, button)')).toHaveLength(0);
    expect(document.querySelector('figcaption')?.textContent).toBe('清晨的码头');
  });

  test('that fails leaves its caption, a way to retry and a way to the original', async () => {
    show(element('figure', {}, picture, element('figcaption', {}, '清晨的码头')));
    fireEvent.error(screen.getByRole('img', { name: '码头' }));
    expect(document.querySelector('figcaption')?.textContent).toBe('清晨的码头');
    expect(document.querySelector('figure > a.failed > img.failed')).not.toBeNull();
    expect(document.querySelector('.failed-picture')?.className).toContain('box-600-352');
    expect(screen.getByRole('link', { name: '打开原图' }).getAttribute('href')).toBe('https://img.example/a.jpg');
    await userEvent.click(screen.getByRole('button', { name: '重试' }));
    await vi.waitFor(() => expect(document.querySelector('.failed, .failed-picture')).toBeNull());
    expect(screen.getByRole('img', { name: '码头' })).toBeTruthy();
  });

  test('in a link of its own keeps that link, and its buttons stand outside of it when it fails', () => {
    show(element('figure', {}, element('a', { href: 'https://img.example/big.jpg' }, picture)));
    const image = screen.getByRole('img', { name: '码头' });
    expect(image.closest('a')?.getAttribute('href')).toBe('https://img.example/big.jpg');
    fireEvent.error(image);
    expect(screen.getByRole('button', { name: '重试' }).closest('a')).toBeNull();
  });

  test('without a description of its own still leads to the original by a name', () => {
    show(element('figure', {}, element('img', { src: 'https://img.example/a.jpg', alt: '' })));
    expect(screen.getByRole('link', { name: '打开原图' })).toBeTruthy();
  });

  test('of ours is found below the base path', () => {
    show(element('figure', {}, element('img', { src: '/media/x.webp', alt: '' })));
    expect(document.querySelector('figure img')?.getAttribute('src')).toBe('/news/media/x.webp');
  });

  test('that is a formula stays in the line', () => {
    const formula = element('img', { src: 'https://img.example/f.svg', alt: 'x^2', dataKind: 'formula' });
    show(element('p', {}, '设', formula, '为正。'));
    expect(document.querySelector('p > .formula-room > img.formula')?.getAttribute('alt')).toBe('x^2');
  });
});

describe('a link', () => {
  test('to the outside carries no referrer and opens apart', () => {
    show(element('p', {}, element('a', { href: 'https://other.example/' }, '别处')));
    const link = screen.getByRole('link', { name: '别处' });
    expect(link.getAttribute('rel')).toBe('noopener noreferrer nofollow ugc');
    expect(link.getAttribute('target')).toBe('_blank');
    expect(link.getAttribute('referrerpolicy')).toBe('no-referrer');
  });

  test('whose text names another host shows where it leads', () => {
    show(element('p', {}, element('a', { href: 'https://trap.example/' }, 'bank.example')));
    expect(document.querySelector('.host')?.textContent).toBe(' (trap.example)');
  });

  test('to an article of ours stays in the app', () => {
    show(element('p', {}, element('a', { href: '/a/row2/' }, '另一篇')));
    const link = screen.getByRole('link', { name: '另一篇' });
    expect(link.getAttribute('href')).toBe('/news/a/row2/');
    expect(link.getAttribute('target')).toBeNull();
  });

  test('to a note finds the note', () => {
    show(
      element('p', {}, element('a', { href: '#note-1' }, '[1]')),
      element('p', { dataAnchor: 'note-1' }, '注一'),
      element('p', { dataAnchor: 'root' }, '不是注'),
    );
    expect(screen.getByRole('link', { name: '[1]' }).getAttribute('href')).toBe('#note-1');
    expect(document.getElementById('note-1')?.textContent).toBe('注一');
    expect(document.getElementById('root')).toBeNull();
  });
});

describe('an embedded player', () => {
  const card = (src: string) =>
    element(
      'div',
      { dataKind: 'embed', dataSrc: src, dataTitle: '潮汐' },
      element('a', { href: 'https://watch.example/1' }),
    );

  test('is asked for nothing until play is pressed', async () => {
    show(card('https://player.bilibili.com/player.html?bvid=1'));
    expect(document.querySelector('iframe, img')).toBeNull();
    expect(screen.getByText('player.bilibili.com')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /播放/ }));
    const frame = document.querySelector('iframe');
    expect(frame?.getAttribute('src')).toBe('https://player.bilibili.com/player.html?bvid=1');
    expect(frame?.getAttribute('sandbox')).not.toContain('allow-top-navigation');
    expect(document.activeElement).toBe(frame);
    expect(screen.getByRole('link', { name: '在原网站打开' })).toBeTruthy();
  });

  test('shows its poster as a picture of the article, but none that lies with the player', () => {
    const withPoster = (poster: string) => {
      const embed = card('https://player.bilibili.com/player.html?bvid=1');
      return { ...embed, properties: { ...embed.properties, dataPoster: poster } };
    };
    show(withPoster('https://posters.example/a.jpg'));
    const poster = document.querySelector('.embed img');
    expect(poster?.getAttribute('src')).toBe('https://posters.example/a.jpg');
    expect(poster?.getAttribute('loading')).toBe('lazy');
    expect(poster?.getAttribute('referrerpolicy')).toBe('no-referrer');
    expect(document.querySelector('.picture-hosts')?.textContent).toContain('posters.example');
    cleanup();
    show(withPoster('https://covers.bilibili.com/a.jpg'));
    expect(document.querySelector('.embed img, .picture-hosts')).toBeNull();
  });

  test('of an unlisted host is a link only', () => {
    show(card('https://player.evil.example/x'));
    expect(screen.queryByRole('button', { name: /播放/ })).toBeNull();
    expect(screen.getByRole('link', { name: '在原网站打开' }).getAttribute('href')).toBe('https://watch.example/1');
  });
});

describe('a table', () => {
  test('scrolls in a box that keys can reach', () => {
    show(element('table', {}, element('tbody', {}, element('tr', {}, element('td', { colSpan: 2 }, '潮位')))));
    const box = screen.getByRole('region', { name: '表格' });
    expect(box.tabIndex).toBe(0);
    expect(box.querySelector('td')?.colSpan).toBe(2);
  });
});

describe('a heading of a table', () => {
  test('that heads nothing is a plain cell', () => {
    const row = element('tr', {}, element('th', {}, ' '), element('th', { scope: 'col' }, '潮位'));
    show(element('table', {}, element('tbody', {}, row)));
    expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual(['潮位']);
  });
});

describe('copying the link', () => {
  test('puts the page’s own address on the clipboard and says so', async () => {
    const user = userEvent.setup();
    show(element('p', {}, '潮水退了。'));
    await user.click(screen.getByRole('button', { name: '复制链接' }));
    expect(await navigator.clipboard.readText()).toBe('http://localhost:3000/news/a/row5/');
    expect(screen.getByRole('status').textContent).toBe('已复制');
  });

  test('falls back to a selection, and shows the address where that fails too', async () => {
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    show(element('p', {}, '潮水退了。'));
    await user.click(screen.getByRole('button', { name: '复制链接' }));
    expect(screen.getByRole('status').textContent).toBe('未能复制，请手动复制： http://localhost:3000/news/a/row5/');
    expect(document.querySelector('textarea')).toBeNull();
  });
});
