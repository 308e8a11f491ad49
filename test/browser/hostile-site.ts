import { allVectors } from '../hostile/all-vectors.ts';
import { frontVectors, hostileTexts } from '../hostile/front-vectors.ts';
import { type Guard, guardedBody } from '../hostile/guarded-body.ts';
import { isChosen } from '../hostile/is-chosen.ts';
import type { Vector } from '../hostile/vector.ts';

export interface HostileArticle {
  readonly file: string;
  readonly text: string;
  readonly guards: readonly Guard[];
}

/** Of combined vectors. */
const ONE_OF = 12;

/** Vectors that leave nothing open share a page: the good pieces between them show that none has changed what follows. */
const TOGETHER = 120;
const OPEN_TOGETHER = 8;
/** Good pieces are numbered through, so that no page can be taken for another. */
const NUMBERS = 1000;

function groups(vectors: readonly Vector[], size: number): readonly (readonly Vector[])[] {
  return Array.from({ length: Math.ceil(vectors.length / size) }, (_, at) => vectors.slice(at * size, (at + 1) * size));
}

const minute = (number: number): string => new Date(Date.UTC(2023, 10, 5) - number * 60_000).toISOString();

function bodyArticle(vectors: readonly Vector[], number: number): HostileArticle {
  const { body, guards } = guardedBody(vectors, number * NUMBERS);
  const extension = vectors[0]?.format === 'markdown' ? 'md' : 'html';
  const front = `---\ntitle: 晒谷场 ${number}\ndate: ${minute(number)}\nslug: body-${number}\ncategories: [乡下, 晒谷场]\n---\n\n`;
  return { file: `body-${number}.${extension}`, text: front + body, guards };
}

/** A vector as somebody writes about it: its tags are words. */
function escaped(vector: Vector): Vector {
  return { ...vector, body: `<p>${vector.body.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>` };
}

function frontArticle(front: string, number: number): HostileArticle {
  const { body, guards } = guardedBody([{ name: 'nothing', body: '' }], number * NUMBERS);
  return { file: `front-${number}.html`, text: `---\n${front}\n---\n\n${body}`, guards };
}

/** The newest of all, so that their titles stand in lists and feeds; the first ones twice, as copies of one story. */
function titleArticles(number: number): readonly HostileArticle[] {
  return hostileTexts.flatMap(([, text], at) => {
    const { body, guards } = guardedBody([{ name: 'nothing', body: '' }], (number + at) * NUMBERS);
    const write = (slug: string, date: string): HostileArticle => ({
      file: `${slug}.html`,
      text: [
        ...['---', `title: ${text}`, `author: ${text}`, `description: ${text}`, `tags: [${JSON.stringify(text)}, x]`],
        ...[`categories:\n  - ${text}\n  - 二级 ${text}\n  - 三级`, `date: ${date}`, `slug: ${slug}`, '---', '', body],
      ].join('\n'),
      guards,
    });
    const day = (of: number) => `2024-02-01 ${String(of).padStart(2, '0')}:${String(59 - at).padStart(2, '0')}:00`;
    const twin = at < 4 ? [write(`twin-${at}`, day(1))] : [];
    return [write(`title-${at}`, day(2)), ...twin];
  });
}

/** Our vectors as article files. Very long ones would only make every page of theirs slow: they are tried in Node. */
export function hostileArticles(): readonly HostileArticle[] {
  const chosen = allVectors.filter((vector) => vector.body.length < 4000 && isChosen(vector, ONE_OF));
  const of = (format: string, isOpen: boolean) =>
    chosen.filter((vector) => (vector.format ?? 'html') === format && (vector.isOpen ?? false) === isOpen);
  const asText = of('html', false).filter((_, at) => at % 13 === 0);
  const bodies = [
    ...groups(of('html', false), TOGETHER),
    ...groups(of('html', true), OPEN_TOGETHER),
    ...groups(of('markdown', false), TOGETHER),
    ...groups(asText.map(escaped), TOGETHER),
  ];
  const fronts = frontVectors.filter((vector) => isChosen(vector, ONE_OF));
  return [
    ...bodies.map(bodyArticle),
    ...fronts.map(({ front }, at) => frontArticle(front, bodies.length + at)),
    ...titleArticles(bodies.length + fronts.length),
  ];
}
