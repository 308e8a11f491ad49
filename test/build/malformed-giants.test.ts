import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleTask } from '../../src/build/article-task.ts';
import { planEdition } from '../../src/build/read-edition.ts';
import { isProblem } from '../../src/build/read-file.ts';
import { readPage } from '../../src/build/read-page.ts';
import { scanArticle } from '../../src/build/scan-article.ts';
import { surroundingsOf } from '../../src/build/surroundings.ts';
import { giants, writeMalformed } from '../malformed/all-malformed.ts';
import { expectOutcome } from '../malformed/expect-outcome.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Many times what the slowest takes: only one that hangs reaches it. */
const PATIENCE = 2 * 60_000;

describe('one fault a file, large', () => {
  test.each(giants.map((each) => [each.file, each] as const))('%s', { timeout: PATIENCE }, (file, giant) => {
    const folder = temporaryFolder();
    writeMalformed(folder, [giant]);
    const scanned = scanArticle({ file, path: join(folder, file), obstacle: null });
    if (isProblem(scanned)) return expectOutcome(giant.outcome, null, [scanned]);
    const edition = planEdition([scanned]);
    const { findings, plain, body } = readPage(
      articleTask(edition, 0),
      surroundingsOf(() => undefined, folder),
    );
    const text = [findings.row.title, plain, JSON.stringify(body.tree)].join('\n');
    expectOutcome(giant.outcome, { title: findings.row.title, text }, [...edition.problems, ...findings.problems]);
    expect(body.tree.children.length).toBeGreaterThan(0);
  });
});
