import type { CategoryNode } from './edition-data.ts';
import { countForm, type NameForms, shownForm, tidyName } from './name-forms.ts';
import { compareCodePoints } from './order.ts';
import { sizeClass } from './size-class.ts';
import { nameKey, type Slugger } from './slug.ts';

/** Where articles without a category stand. */
const UNCATEGORISED = { name: '未分类', slug: 'uncategorised' };

export interface CategoryTree {
  /** Depth first: parents before children, siblings by size class, then by name. */
  readonly nodes: readonly CategoryNode[];
  /** For every path given, the index of its innermost node. */
  readonly indexOf: readonly number[];
}

interface Branch {
  readonly key: string;
  readonly forms: NameForms;
  readonly children: Map<string, Branch>;
  count: number;
}

function newBranch(key: string): Branch {
  return { key, forms: new Map(), children: new Map(), count: 0 };
}

interface Level {
  readonly form: string;
  readonly key: string;
}

function levelOf(name: string): Level {
  const form = tidyName(name);
  return { form, key: nameKey(form) };
}

/** Levels with something in them; one that only repeats the level above it says nothing. */
function levelsOf(path: readonly string[]): Level[] {
  const levels = path.map(levelOf).filter(({ form }) => form !== '');
  const distinct = levels.filter(({ key }, index) => index === 0 || key !== levels[index - 1]?.key);
  return distinct.length === 0 ? [levelOf(UNCATEGORISED.name)] : distinct;
}

/** Thousands of articles share a few dozen paths: each is read once. */
function pathReader(): (path: readonly string[]) => readonly Level[] {
  const known = new Map<string, readonly Level[]>();
  return (path) => {
    const key = path.join('\0');
    const levels = known.get(key) ?? levelsOf(path);
    known.set(key, levels);
    return levels;
  };
}

/** The branch a path ends in, made where it is new, and one more article counted on the way. */
function grow(root: Branch, path: readonly Level[]): Branch {
  let branch = root;
  for (const { key, form } of path) {
    const child = branch.children.get(key) ?? newBranch(key);
    branch.children.set(key, child);
    countForm(child.forms, form);
    child.count++;
    branch = child;
  }
  return branch;
}

interface NamedBranch {
  readonly branch: Branch;
  readonly name: string;
  readonly slug: string;
}

function nameChildren(parent: Branch, isRoot: boolean, slugger: Slugger): NamedBranch[] {
  const isFixed = (branch: Branch): boolean => isRoot && branch.key === nameKey(UNCATEGORISED.name);
  const branches = [...parent.children.values()].toSorted((a, b) => compareCodePoints(a.key, b.key));
  const others = branches.filter((branch) => !isFixed(branch));
  const slugs = slugger(
    others.map(({ key }) => key),
    isRoot ? new Set([UNCATEGORISED.slug]) : undefined,
  );
  const named = others.map((branch, index) => ({ branch, name: shownForm(branch.forms), slug: slugs[index] ?? '' }));
  named.push(...branches.filter(isFixed).map((branch) => ({ branch, ...UNCATEGORISED })));
  return named.toSorted(
    (a, b) => sizeClass(b.branch.count) - sizeClass(a.branch.count) || compareCodePoints(a.name, b.name),
  );
}

/**
 * All categories of an edition as a tree. Levels are one where they differ only in script, width, case, dashes or blanks,
 * and are shown in their most used form. An empty path is 未分类.
 * @param paths one category path an article, outermost level first
 */
export function buildCategoryTree(paths: readonly (readonly string[])[], slugger: Slugger): CategoryTree {
  const root = newBranch('');
  const read = pathReader();
  const branches = paths.map((path) => grow(root, read(path)));
  const nodes: CategoryNode[] = [];
  const indexes = new Map<Branch, number>();
  const list = (parent: Branch, parentIndex: number): void => {
    for (const { branch, name, slug } of nameChildren(parent, parentIndex < 0, slugger)) {
      const above = nodes[parentIndex];
      const path = above === undefined ? slug : `${above.path}/${slug}`;
      indexes.set(branch, nodes.length);
      nodes.push({ name, slug, path, parent: parentIndex, count: branch.count });
      list(branch, nodes.length - 1);
    }
  };
  list(root, -1);
  return { nodes, indexOf: branches.map((branch) => indexes.get(branch) ?? -1) };
}
