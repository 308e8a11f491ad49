import type { Named, RowLink } from '../edition/row.ts';
import { categoryNames } from './list-pages.ts';
import type { Edition, EditionArticle } from './read-edition.ts';

/** All that an article's page is made of besides the file itself; plain data, because it travels to workers. */
export interface ArticleTask extends Omit<EditionArticle, 'category' | 'source'> {
  readonly position: number;
  readonly category: readonly Named[];
  readonly source: Named | null;
  readonly newer: RowLink | null;
  readonly older: RowLink | null;
}

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

function linkTo(article: EditionArticle | undefined): RowLink | null {
  return article === undefined ? null : { id: article.id, title: article.title };
}
