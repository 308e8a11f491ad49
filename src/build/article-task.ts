import type { SourceNode } from '../edition/edition-data.ts';
import type { MoreStories, Named, RowLink } from '../edition/row.ts';
import { categoryNames } from './list-pages.ts';
import type { Edition, EditionArticle } from './read-edition.ts';
import { storyLink } from './story-link.ts';

/** All that an article's page is made of besides the file itself; plain data, because it travels to workers. */
export interface ArticleTask extends Omit<EditionArticle, 'category' | 'source'> {
  readonly position: number;
  readonly category: readonly Named[];
  readonly source: Named | null;
  readonly newer: RowLink | null;
  readonly older: RowLink | null;
}

/** The same with what is beside the article on its page. */
export interface PageTask extends ArticleTask {
  readonly more: MoreStories;
}

/** Copies an article's page links to; lists show all. */
const MOST_COPIES = 24;

/** The task of the article at `position`. */
export function articleTask({ articles, categories, sources }: Edition, position: number): ArticleTask {
  const article = articles[position];
  if (article === undefined) throw new RangeError(`the edition has no article ${position}`);
  const source = sources[article.source];
  return {
    ...article,
    position,
    category: categoryNames(categories, article.category),
    source: source === undefined ? null : { name: source.name, slug: source.slug },
    newer: linkTo(articles[position + 1]),
    older: linkTo(articles[position - 1]),
  };
}

/** The task of printing the page of the article at `position`. */
export function pageTask(edition: Edition, position: number): PageTask {
  const { copies, copyCount, related } = relationsAt(edition, position);
  const links = (others: readonly number[]) => others.flatMap((other) => storyLink(edition, other));
  const more = { copyCount, copies: links(copies), related: links(related) };
  return { ...articleTask(edition, position), more };
}

/** Positions of the articles beside another. */
function relationsAt(edition: Edition, position: number) {
  const { stories, copies, related } = edition.relations();
  const others = (copies.get(stories[position] ?? position) ?? []).filter((copy) => copy !== position);
  return { copyCount: others.length, copies: others.slice(0, MOST_COPIES), related: related()[position] ?? [] };
}

/**
 * Tells pages by all that is shown on them beside what stands in their articles' files. Asked of every page in every build, so it
 * is put together from texts that are made once for each article, category and source, without a task.
 */
export function shownTexts(edition: Edition): (position: number) => string {
  const { articles, categories, sources } = edition;
  const [trails, names] = [
    categories.map((_, index) => JSON.stringify(categoryNames(categories, index))),
    sources.map(textOfSource),
  ];
  const links = articles.map(({ id, title }) => JSON.stringify([id, title]));
  const stories = articles.map(({ date, source }, position) => `${links[position]} ${date} ${names[source]}`);
  return (position) => {
    const { copies, copyCount, related } = relationsAt(edition, position);
    const { file, updated, category } = articles[position]!;
    // In JSON there are no line breaks.
    let text = `${position} ${updated} ${copyCount} ${copies.length}\n${stories[position]}\n${JSON.stringify(file)}\n${trails[category]}`;
    text += `\n${links[position - 1]}\n${links[position + 1]}`;
    for (const other of copies) text += `\n${stories[other]}`;
    for (const other of related) text += `\n${stories[other]}`;
    return text;
  };
}

function textOfSource({ name, slug }: SourceNode): string {
  return JSON.stringify([name, slug]);
}

function linkTo(article: EditionArticle | undefined): RowLink | null {
  return article === undefined ? null : { id: article.id, title: article.title };
}
