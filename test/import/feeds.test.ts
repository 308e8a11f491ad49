import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openParser } from '../../src/import/parser.ts';
import { temporaryFolder, writeFiles } from '../build/temporary-folder.ts';
import type { ExpectedArticle, FeedCase } from './feed-case.ts';
import { articlesIn, bytesIn, type ImportedArticle, importInto } from './import-into.ts';
import { malformedFeeds } from './malformed-feeds.ts';
import { soundFeeds } from './sound-feeds.ts';

const parser = openParser();
afterAll(() => parser.close());

function feedFile({ name, extension, content }: FeedCase): string {
  const made = typeof content === 'function' ? content() : content;
  return join(writeFiles(temporaryFolder(), { [name + extension]: made }), name + extension);
}

const moment = (time: number | null): string | null =>
  time === null ? null : new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');

function expectArticle(found: ImportedArticle, expected: ExpectedArticle): void {
  const { title, holds = [], lacks = [], front = [], ...meta } = expected;
  const { date, updated, source, categories, tags, original, cover, lang, description } = found.meta;
  const read = {
    ...{ source, categories, tags, original, cover, lang, description },
    date: moment(date),
    updated: moment(updated),
  };
  expect(read).toMatchObject(meta);
  for (const part of holds) expect(found.body).toContain(part);
  for (const part of lacks) expect(found.body).not.toContain(part);
  for (const line of front) expect(found.text.split('\n')).toContain(line);
  expect(found.problems).toEqual([]);
}

describe.each([
  ['as specified', soundFeeds],
  ['malformed', malformedFeeds],
])('a feed %s', (_, cases) => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', async (name, one) => {
    const folder = temporaryFolder();
    const file = feedFile(one);
    const { lines, tally } = await importInto(folder, [file], { parser });
    const articles = articlesIn(folder);
    expect(articles.map(({ meta }) => meta.title)).toEqual(one.articles.map(({ title }) => title));
    for (const [at, expected] of one.articles.entries()) expectArticle(articles[at]!, expected);
    for (const part of one.says) expect(lines.join('\n')).toContain(part);
    expect({ lines, count: lines.length }).toEqual({ lines, count: one.says.length });
    expect(tally.outcomes.new).toBe(articles.length);
    for (const line of lines) expect(line).toMatch(new RegExp(`^.*${name}.*: (?:warning|error): .+ \\(.+\\)$`));

    const before = bytesIn(folder);
    const again = await importInto(folder, [file], { parser });
    expect(again.tally.outcomes).toEqual({ ...tally.outcomes, new: 0, unchanged: articles.length });
    expect(again.lines).toEqual(lines);
    expect(bytesIn(folder)).toEqual(before);
  });
});
