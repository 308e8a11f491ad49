import { describe, expect, test } from 'vitest';
import { headersFile } from '../../src/build/headers-file.ts';
import { contentSecurityPolicy } from '../../src/edition/content-security-policy.ts';

interface Rule {
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
}

/** As the hosts read it: a path at the line's beginning, then indented `Name: value` lines. */
function rulesOf(file: string): readonly Rule[] {
  const rules: { path: string; headers: Map<string, string> }[] = [];
  for (const line of file.split('\n').filter((text) => text !== '')) {
    const [, name, value] = /^\s+([\w-]+): (.+)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) rules.push({ path: line, headers: new Map() });
    else rules.at(-1)?.headers.set(name, value);
  }
  return rules;
}

function headersAt(path: string, base = '/'): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const rule of rulesOf(headersFile(base, ['abc=', 'ghi='], 'def='))) {
    const isMatch = rule.path.endsWith('*') ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path;
    if (isMatch) for (const [name, value] of rule.headers) found.set(name, [...(found.get(name) ?? []), value]);
  }
  return found;
}

describe('limits of the hosts', () => {
  const file = headersFile('/news/', ['x'.repeat(43), 'z'.repeat(43)], 'y'.repeat(43));

  test('a line is under 2,000 characters, a file has at most 100 rules', () => {
    expect(Math.max(...file.split('\n').map((line) => line.length))).toBeLessThan(2000);
    expect(rulesOf(file).length).toBeLessThanOrEqual(100);
  });

  test('a path has at most one star, at its end', () => {
    expect(rulesOf(file).map(({ path }) => path)).toSatisfy((paths: string[]) =>
      paths.every((path) => /^\/[^*]*\*?$/.test(path)),
    );
  });
});

describe('every page', () => {
  test.each(['/', '/a/x/', '/c/x/y/', '/s/x/', '/page/3/', '/about/', '/saved/', '/offline.html', '/404.html'])(
    'has its policy, and is framed by nobody: %s',
    (path) => {
      expect(headersAt(path).get('Content-Security-Policy')).toEqual([
        `${contentSecurityPolicy(['abc=', 'ghi='], 'def=')}; frame-ancestors 'none'`,
      ]);
      expect(headersAt(path).get('X-Frame-Options')).toEqual(['DENY']);
    },
  );
});

describe('every file', () => {
  test('is what its type says, and is framed by nobody', () => {
    expect(headersAt('/an/old/address/').get('X-Frame-Options')).toEqual(['DENY']);
    expect(headersAt('/rss.xml').get('X-Content-Type-Options')).toEqual(['nosniff']);
    expect(headersAt('/').get('Referrer-Policy')).toEqual(['same-origin']);
  });

  test.each(['/', '/a/x/', '/assets/main-abc.js', '/data/sheet-0-abc.json', '/sw.js'])(
    'gets no header twice: %s',
    (path) => {
      expect([...headersAt(path).values()].filter((values) => values.length !== 1)).toEqual([]);
    },
  );
});

describe('caching', () => {
  const immutable = ['public, max-age=31536000, immutable'];

  test.each([
    '/assets/main-abc.js',
    '/articles/0-abc.js',
    '/media/q-abc.png',
    '/data/columns-abc.bin',
    '/data/sheet-0-abc.json',
    '/data/shard-0-abc.bin',
  ])('is for ever where a name has a hash: %s', (path) =>
    expect(headersAt(path).get('Cache-Control')).toEqual(immutable),
  );

  test.each(['/', '/a/x/', '/data/edition.json', '/data/names-0.json', '/data/search-0.json', '/rss.xml'])(
    'is the host’s where a name stays: %s',
    (path) => expect(headersAt(path).has('Cache-Control')).toBe(false),
  );
});

describe('the service worker', () => {
  test('is asked for anew each time', () => {
    expect(headersAt('/sw.js').get('Cache-Control')).toEqual(['no-cache']);
  });

  test('may fetch the pictures it keeps, and nothing else of note', () => {
    expect(headersAt('/sw.js').get('Content-Security-Policy')).toEqual([
      "default-src 'none'; script-src 'self'; connect-src 'self' https:",
    ]);
  });
});

test('the rules begin below the base path', () => {
  expect(headersAt('/news/assets/main-abc.js', '/news/').has('Cache-Control')).toBe(true);
  expect(headersAt('/assets/main-abc.js', '/news/').size).toBe(0);
});
