import { expect, test } from 'vitest';
import { readArticle } from '../../src/article/read-article.ts';
import { aliasPath } from '../../src/edition/alias-path.ts';
import { frontVectors } from './front-vectors.ts';

const read = (front: string) =>
  readArticle(`---\n${front}\n---\n\n<p>话</p>`, { file: 'a.html', timeZone: 'Asia/Shanghai' }).meta;

function addressFaults(address: string | null): readonly string[] {
  if (address === null || !/^[a-z][a-z0-9+.-]*:/i.test(address)) return [];
  const { protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && username + password === '' ? [] : [address];
}

test.each(frontVectors.map(({ name, front }) => [name, front] as const))('%s is data', (_, front) => {
  const meta = read(front);
  const texts = [meta.title, meta.source, meta.description, ...meta.tags, ...meta.categories];
  expect(texts.filter((text) => typeof text !== 'string')).toEqual([]);
  expect(texts.filter((text) => /[\u202a-\u202e\u2066-\u2069\0]/.test(text))).toEqual([]);
  expect([...addressFaults(meta.cover), ...addressFaults(meta.original)]).toEqual([]);
  const aliases = meta.aliases.flatMap((alias) => aliasPath(alias) ?? []);
  expect(aliases.filter((path) => /^\/|\.\.|\\|[<>"?#%:]|^(?:assets|data|_headers|index)/.test(path))).toEqual([]);
  expect(Object.getPrototypeOf(meta)).toBe(Object.prototype);
});
