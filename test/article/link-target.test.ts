import { describe, expect, test } from 'vitest';
import { linkTarget, safeLink, unwrapRedirect } from '../../src/article/link-target.ts';

describe('safeLink', () => {
  test.each([
    ['https', 'https://example.com/a', 'https://example.com/a'],
    ['http stays http', 'http://example.com/', 'http://example.com/'],
    ['no scheme becomes https', '//example.com/a', 'https://example.com/a'],
    ['mail', 'mailto:tree@example.com', 'mailto:tree@example.com'],
    ['telephone', 'tel:+8610000', 'tel:+8610000'],
    ['Chinese path', 'https://example.com/石榴', 'https://example.com/石榴'],
    ['line break inside', 'https://example.com/\na', 'https://example.com/a'],
    ['script', 'javascript:alert(1)', null],
    ['script with a tab', 'java\tscript:alert(1)', null],
    ['script in capitals after spaces', '  JAVASCRIPT:alert(1)', null],
    ['data', 'data:text/html,x', null],
    ['vbscript', 'vbscript:x', null],
    ['ftp', 'ftp://example.com/', null],
    ['file', 'file:///etc/hosts', null],
    ['user and password', 'https://user:secret@example.com/', null],
    ['user alone', 'https://example.com@evil.example/', null],
    ['relative', 'a.html', null],
    ['no host', 'https://', null],
  ])('%s', (_, address, expected) => {
    expect(safeLink(address)).toBe(expected);
  });
});

describe('unwrapRedirect', () => {
  test.each([
    ['path segment', 'https://x.example/action/GoToLink?url=https%3A%2F%2Fa.example%2Fb', 'https://a.example/b'],
    ['host label', 'https://link.x.example/?target=https%3A%2F%2Fa.example%2F', 'https://a.example/'],
    ['script file', 'https://x.example/go.php?u=http://a.example/', 'http://a.example/'],
    ['no scheme inside', 'https://links.x.example/go?to=//a.example/', 'https://a.example/'],
    [
      'one in another',
      'https://link.x.example/?target=https%3A%2F%2Fx.example%2Fgo%3Furl%3Dhttps%253A%252F%252Fa.example%252F',
      'https://a.example/',
    ],
    [
      'no redirector',
      'https://search.x.example/find?q=https://a.example/',
      'https://search.x.example/find?q=https://a.example/',
    ],
    [
      'script inside',
      'https://link.x.example/?target=javascript:alert(1)',
      'https://link.x.example/?target=javascript:alert(1)',
    ],
    ['nothing inside', 'https://x.example/go?url=', 'https://x.example/go?url='],
    ['no address', 'not an address', 'not an address'],
  ])('%s', (_, address, expected) => {
    expect(unwrapRedirect(address)).toBe(expected);
  });
});

describe('linkTarget', () => {
  test('leads to the page of another article file', () => {
    expect(linkTarget(' ../tea.html ', { '../tea.html': { href: '/a/k3x9/' } })).toBe('/a/k3x9/');
  });

  test('is nothing where a file is missing, or a name is a property of objects', () => {
    expect(linkTarget('missing.html', {})).toBeNull();
    expect(linkTarget('constructor', {})).toBeNull();
    expect(linkTarget('', {})).toBeNull();
  });

  test('checks what stands behind a redirector', () => {
    expect(linkTarget('https://x.example/go?url=https://user:secret@a.example/', {})).toBeNull();
  });
});
