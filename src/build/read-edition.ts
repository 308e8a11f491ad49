import type { Problem } from '../article/problem.ts';
import { type Alias, assignIds } from '../edition/assign-ids.ts';
import { buildCategoryTree } from '../edition/category-tree.ts';
import type { CategoryNode, SourceNode } from '../edition/edition-data.ts';
import { sortOldestFirst } from '../edition/order.ts';
import { type Relations, relate } from '../edition/relations.ts';
import type { Slugger } from '../edition/slug.ts';
import { buildSourceList } from '../edition/source-list.ts';
import { nameSlugs } from './name-slugs.ts';
import { isProblem } from './read-file.ts';
import type { ScannedArticle } from './scan-article.ts';

/** An article that will be published, with its place in the edition. */
export interface EditionArticle
  extends Pick<ScannedArticle, 'file' | 'path' | 'sum' | 'title' | 'date' | 'updated' | 'front'> {
  readonly id: string;
  /** Index of its innermost category. */
  readonly category: number;
  /** Index of its source, or -1. */
  readonly source: number;
}

/** Everything about all articles but their bodies. */
export interface Edition {
  /** Oldest first. */
  readonly articles: readonly EditionArticle[];
  readonly categories: readonly CategoryNode[];
  readonly sources: readonly SourceNode[];
  readonly aliases: readonly Alias[];
  /** Ids by file. */
  readonly ids: ReadonlyMap<string, string>;
  /** Worked out when they are first asked for: development's server doesn't wait for them. */
  readonly relations: () => Relations;
  /** Of reading the front matter and of what articles claim from each other; bodies have their own. */
  readonly problems: readonly Problem[];
}

/** Puts scanned articles in order and gives them addresses, categories and sources. */
export function planEdition(scanned: readonly (ScannedArticle | Problem)[], slugs: Slugger = nameSlugs): Edition {
  const found = scanned.filter((article): article is ScannedArticle => !isProblem(article));
  const articles = sortOldestFirst(found);
  const { ids, aliases, problems } = assignIds(articles);
  const categories = buildCategoryTree(
    articles.map((article) => article.categories),
    slugs,
  );
  const sources = buildSourceList(
    articles.map((article) => article.source),
    slugs,
  );
  return {
    articles: articles.map(({ file, path, sum, title, date, updated, front }, index) => ({
      ...{ file, path, sum, title, date, updated, front },
      id: ids[index] ?? '',
      category: categories.indexOf[index] ?? 0,
      source: sources.indexOf[index] ?? -1,
    })),
    categories: categories.nodes,
    sources: sources.nodes,
    aliases,
    relations: relationsOf(articles, categories.indexOf, sources.indexOf),
    ids: new Map(articles.map(({ file }, index) => [file, ids[index] ?? ''])),
    problems: [...scanned.flatMap((article) => (isProblem(article) ? [article] : article.problems)), ...problems],
  };
}

function relationsOf(
  articles: readonly ScannedArticle[],
  categories: readonly number[],
  sources: readonly number[],
): () => Relations {
  let relations: Relations | null = null;
  let compared = articles.map(({ title, traits }, position) => {
    return { title, traits, category: categories[position] ?? 0, source: sources[position] ?? -1 };
  });
  return () => {
    relations ??= relate(compared);
    compared = [];
    return relations;
  };
}
