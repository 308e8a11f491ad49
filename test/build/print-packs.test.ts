import { expect, test } from 'vitest';
import type { Crew } from '../../src/build/crew.ts';
import { openPageCache } from '../../src/build/page-cache.ts';
import type { PackJob, PrintedPack } from '../../src/build/print-pack.ts';
import { printPacks } from '../../src/build/print-packs.ts';
import { type Edition, planEdition } from '../../src/build/read-edition.ts';
import type { Front } from '../../src/build/scan-article.ts';
import { surroundingsOf } from '../../src/build/surroundings.ts';
import { UserError } from '../../src/build/user-error.ts';
import { inventedRow } from '../ui/invented.ts';
import { temporaryFolder } from './temporary-folder.ts';

const front: Front = {
  ...{ cover: null, description: '', lang: null, tags: [], original: null },
  ...{ format: 'html', bodyLine: 1, bodyLength: 0 },
};

function edition(count: number): Edition {
  return planEdition(
    Array.from({ length: count }, (_, number) => ({
      ...{ file: `${number}.html`, path: `${number}.html`, sum: `${number}`, title: `No ${number}` },
      ...{ front, date: number * 1e6, updated: null, categories: [], source: '', slug: `no-${number}`, aliases: [] },
      ...{ draft: false, problems: [], traits: '' },
    })),
  );
}

const NO_TERMS = { volume: 'none.bin', start: 0, count: 0, sum: '' };

/** Prints what it is asked for, unless `fault` says otherwise. */
function crewWith(fault: (job: PackJob) => Error | null): Crew & { readonly jobs: string[] } {
  const jobs: string[] = [];
  return {
    jobs,
    expect() {},
    scan: async () => [],
    tellIds: () => {},
    close: async () => {},
    async print(job): Promise<PrintedPack> {
      const asked = job.articles.filter(({ known }) => known === null);
      jobs.push(`${asked.map(({ task }) => task.id).join(' ')}${job.whole ? ' | pack' : ''}`);
      const error = fault(job);
      if (error !== null) throw error;
      const kept = { stamp: null, sum: '' };
      const pages = asked.map(({ task, trouble }) => ({
        ...{ position: task.position, key: task.id, sum: task.sum, kept, terms: NO_TERMS },
        resolved: { references: {}, pictures: [], dead: [] },
        findings: {
          ...{ row: inventedRow(task.position), written: [] },
          problems:
            trouble === null
              ? []
              : [{ file: task.file, line: 1, level: 'warning' as const, reason: trouble, hint: '' }],
        },
      }));
      return { pages, pack: job.whole ? { version: `v${job.index}`, kept } : null };
    },
  };
}

async function print(count: number, crew: Crew) {
  const folder = temporaryFolder();
  const cache = openPageCache({ site: folder, cache: folder }, 'one');
  const packs = [];
  for await (const pack of printPacks({
    edition: edition(count),
    crew,
    cache,
    surroundings: surroundingsOf(() => undefined, folder),
  })) {
    packs.push(pack);
  }
  return packs;
}

const asksFor = (job: PackJob, id: string) => job.articles.some(({ task, known }) => known === null && task.id === id);

test('packs come in order, whoever is done first', async () => {
  const packs = await print(
    20,
    crewWith(() => null),
  );
  expect(packs.map(({ version }) => version)).toEqual(['v0', 'v1', 'v2']);
  expect(packs.flatMap(({ articles }) => articles.map(({ position }) => position))).toEqual([...Array(20).keys()]);
});

test('an article that brings a worker down is shown as it was written, and its neighbours as ever', async () => {
  const crew = crewWith((job) => {
    const guilty = job.articles.find(({ task, known }) => known === null && task.id === 'no-2');
    return guilty?.trouble === null ? new Error('its process ended (SIGSEGV)') : null;
  });
  const [pack] = await print(4, crew);
  expect(crew.jobs).toEqual(['no-0 no-1 no-2 no-3 | pack', 'no-0', 'no-1', 'no-2', 'no-2', 'no-3', ' | pack']);
  expect(pack?.version).toBe('v0');
  expect(pack?.articles.map(({ findings }) => findings.problems.map(({ reason }) => reason))).toEqual([
    [],
    [],
    ['its process ended (SIGSEGV)'],
    [],
  ]);
});

test('a worker that was ended by someone else costs a second try and nothing more', async () => {
  let crashes = 1;
  const crew = crewWith(() => (crashes-- > 0 ? new Error('its process ended (SIGTERM)') : null));
  const [pack] = await print(2, crew);
  expect(pack?.articles.map(({ findings }) => findings.problems)).toEqual([[], []]);
});

test('a refusal ends the build', async () => {
  const crew = crewWith((job) => (asksFor(job, 'no-9') ? new UserError('9.html: refused') : null));
  await expect(print(12, crew)).rejects.toThrow(new UserError('9.html: refused'));
});

test('an article nothing can print ends the build', async () => {
  const crew = crewWith((job) => (asksFor(job, 'no-1') ? new Error('no more memory') : null));
  await expect(print(2, crew)).rejects.toThrow('no more memory');
});
