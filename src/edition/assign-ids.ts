import { articleId, canonicalPath, isSafeSlug } from '../article/article-id.ts';
import type { ArticleMeta } from '../article/article-meta.ts';
import type { Problem } from '../article/problem.ts';
import { aliasPath } from './alias-path.ts';
import { compareCodePoints } from './order.ts';

/** What an article asks to be called. */
export interface Claim extends Pick<ArticleMeta, 'slug' | 'aliases'> {
  /** The file's path inside the articles folder; no two articles share one. */
  readonly file: string;
}

/** A former address that leads to an article. */
export interface Alias {
  /**
   * Path below the site's root without `/` at either end, decoded. One that ends in `.html` or `.htm` is a file, any other
   * a folder.
   */
  readonly from: string;
  /** The article's id. */
  readonly to: string;
}

export interface AssignedIds {
  /** At the same indexes as the claims; distinct even where case is ignored. */
  readonly ids: readonly string[];
  readonly aliases: readonly Alias[];
  readonly problems: readonly Problem[];
}

function warning(file: string, reason: string, hint: string): Problem {
  return { file, line: 1, level: 'warning', reason, hint };
}

/** Indexes of the claims by file path, so that nothing depends on the order they were read in. */
function byFile(claims: readonly Claim[]): number[] {
  const files = claims.map(({ file }) => file);
  const fileAt = (index: number): string => files[index] ?? '';
  // The engine compares by other units, but many times as fast, and leaves the second sort next to nothing to do.
  const nearly = [...claims.keys()].toSorted((a, b) => (fileAt(a) < fileAt(b) ? -1 : 1));
  return nearly.toSorted((a, b) => compareCodePoints(fileAt(a), fileAt(b)));
}

/**
 * The id each path gives. Paths that are one once composed and with `/` (`é` in two encodings side by side) or whose hashes
 * meet are told apart by their exact spelling; the canonical spelling keeps the plain hash.
 */
function pathIds(claims: readonly Claim[]): string[] {
  const ids = claims.map(({ file }) => articleId(file));
  if (new Set(ids).size === ids.length) return ids;
  const order = byFile(claims);
  const used = new Set<string>();
  const isCanonical = claims.map(({ file }) => canonicalPath(file) === file);
  for (const index of [...order.filter((at) => isCanonical[at]), ...order.filter((at) => !isCanonical[at])]) {
    for (let salt = 0; used.has(ids[index] ?? ''); salt++) {
      const codes = [...(claims[index]?.file ?? '')].map((character) => character.codePointAt(0)).join('.');
      ids[index] = articleId(`${codes}#${salt}`);
    }
    used.add(ids[index] ?? '');
  }
  return ids;
}

/** The slug a claim may have if nobody else wants it; addresses are lower case, as some file systems see no other. */
function wantedSlug({ slug }: Claim): string | null {
  const lower = slug?.trim().toLowerCase() ?? '';
  return isSafeSlug(lower) ? lower : null;
}

/** Files by what they want to be called, and by the hash of their path: that is kept free, whatever others claim. */
function groupByName(claims: readonly Claim[], hashes: readonly string[]): Map<string, string[]> {
  const files = new Map<string, string[]>();
  const add = (name: string, file: string): void => {
    const group = files.get(name);
    if (group === undefined) files.set(name, [file]);
    else group.push(file);
  };
  for (const [index, claim] of claims.entries()) {
    add(hashes[index] ?? '', claim.file);
    const slug = wantedSlug(claim);
    if (slug !== null) add(slug, claim.file);
  }
  // Most names are wanted by one.
  for (const group of files.values()) if (group.length > 1) group.sort(compareCodePoints);
  return files;
}

function slugProblem({ file, slug }: Claim, rival: string | undefined, id: string): Problem {
  if (rival === undefined) {
    const reason = `the slug “${clip(slug ?? '')}” is not safe in an address`;
    return warning(file, reason, `use a-z, 0-9, - and _, at most 80 characters; its address is /a/${id}/ now`);
  }
  const reason = `the slug “${clip(slug ?? '')}” is claimed by ${clip(rival)} too`;
  return warning(file, reason, `give one of them another slug; its address is /a/${id}/ now`);
}

/** Values quoted in a problem come from outside: one line, and not too long. */
function clip(value: string): string {
  const line = [...value.replace(/\s+/gu, ' ').trim()];
  return line.length > 80 ? `${line.slice(0, 80).join('')}…` : line.join('');
}

function assignSlugs(claims: readonly Claim[], hashes: readonly string[]): { ids: string[]; problems: Problem[] } {
  const files = groupByName(claims, hashes);
  const problems: Problem[] = [];
  const ids = claims.map((claim, index) => {
    const hash = hashes[index] ?? '';
    if (claim.slug === null || claim.slug.trim() === '') return hash;
    const slug = wantedSlug(claim);
    const rival = files.get(slug ?? '')?.find((file) => file !== claim.file);
    if (slug !== null && rival === undefined) return slug;
    problems.push(slugProblem(claim, rival, hash));
    return hash;
  });
  return { ids, problems };
}

function assignAliases(claims: readonly Claim[], ids: readonly string[]): { aliases: Alias[]; problems: Problem[] } {
  if (claims.every(({ aliases }) => aliases.length === 0)) return { aliases: [], problems: [] };
  const pages = new Map(ids.map((id, index) => [`a/${id}`, index]));
  const taken = new Map<string, Alias>();
  const problems: Problem[] = [];
  for (const index of byFile(claims)) {
    const { file = '', aliases = [] } = claims[index] ?? {};
    for (const written of aliases) {
      const from = aliasPath(written);
      const to = ids[index] ?? '';
      const key = from?.toLowerCase() ?? '';
      const holder = pages.get(key) ?? (taken.get(key)?.to === to ? index : undefined);
      if (holder === index) continue;
      if (from !== null && holder === undefined && !taken.has(key)) taken.set(key, { from, to });
      else problems.push(aliasProblem(file, written, from !== null));
    }
  }
  return { aliases: [...taken.values()], problems };
}

function aliasProblem(file: string, written: string, isPath: boolean): Problem {
  const reason = `the alias “${clip(written)}” ${isPath ? 'is the address of another article' : 'is no path of a page'}`;
  return warning(file, reason, isPath ? 'it was left out' : 'it was left out; write it like /2020/old-name/');
}

/**
 * Gives every article its address: the slug it claims where that is safe and claimed by no other, else a hash of its path.
 * All who claim one slug fall back alike, so that no address depends on the order of files. Of two that claim one
 * alias, the first by file path has it.
 */
export function assignIds(claims: readonly Claim[]): AssignedIds {
  const { ids, problems } = assignSlugs(claims, pathIds(claims));
  const { aliases, problems: aliasProblems } = assignAliases(claims, ids);
  return { ids, aliases, problems: [...problems, ...aliasProblems] };
}
