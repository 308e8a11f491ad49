import {
  type ArticlePageData,
  createArticleMarker,
  MARKS,
  type MarkedArticle,
  markingReader,
} from './marked-article.ts';
import type { Reader } from './reader.tsx';

/**
 * What stands round an article is the same on thousands of pages but for names, dates and addresses. So React prints it once
 * for all articles of one shape, as a printer casts a plate from type that has been set: with marks where they differ.
 */

/** Markup, the number of a value, markup, …; markup at both ends. */
interface Plate {
  readonly markup: readonly string[];
  readonly numbers: readonly number[];
}

/** Shapes are few, but nobody promises it: beyond this many React prints the pages. */
const MOST_PLATES = 500;

function castPlate(html: string): Plate {
  const markup: string[] = [];
  const numbers: number[] = [];
  let end = 0;
  for (const { 0: mark, 1: text, 2: date, index } of html.matchAll(MARKS)) {
    markup.push(html.slice(end, index));
    numbers.push(Number(text ?? date));
    end = index + mark.length;
  }
  return { markup: [...markup, html.slice(end)], numbers };
}

function printFrom({ markup, numbers }: Plate, values: readonly string[]): string {
  let html = markup[0] ?? '';
  for (let place = 0; place < numbers.length; place++) {
    html += (values[numbers[place] ?? 0] ?? '') + (markup[place + 1] ?? '');
  }
  return html;
}

/**
 * Prints what stands round articles: the same bytes as `print`, which is React, sooner.
 * @param print the page of an article with any story; called with marks for words too
 */
export function createFramePrinter(
  reader: Reader,
  print: (data: ArticlePageData, reader: Reader) => string,
): (data: ArticlePageData) => string {
  const marking = markingReader(reader);
  const markArticle = createArticleMarker(reader);
  const plates = new Map<string, Plate | null>();

  /** The first page of a shape is printed by both: where they differ there is no plate. */
  function printFirst(shape: string, data: ArticlePageData, marked: MarkedArticle): string {
    const html = print(data, reader);
    if (plates.size === MOST_PLATES) return html;
    const plate = castPlate(print(marked.data, marking));
    plates.set(shape, printFrom(plate, marked.values) === html ? plate : null);
    return html;
  }

  return (data) => {
    const marked = markArticle(data);
    const shape = JSON.stringify(marked.data);
    const plate = plates.get(shape);
    if (plate === undefined) return printFirst(shape, data, marked);
    return plate === null ? print(data, reader) : printFrom(plate, marked.values);
  };
}
