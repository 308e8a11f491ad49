import { realpathSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { LocalReference } from '../article/body.ts';
import type { WrittenReference } from '../article/local-references.ts';
import { isArticleName } from './find-files.ts';
import { isPictureName, type NoPicture, type Picture } from './media.ts';
import { isInside } from './settings.ts';

/** What relative addresses can lead to. */
export interface Surroundings {
  /** Absolute, without links. */
  readonly articlesDir: string;
  /** The id of a published article by its file's path, or undefined. */
  readonly idOf: (file: string) => string | undefined;
  /** Reads a picture once, however many articles show it. */
  readonly pictureAt: (path: string) => Picture | NoPicture;
}

/** A relative address that leads nowhere, and why. */
export interface DeadReference {
  readonly address: string;
  readonly reason: string;
  readonly hint: string;
}

export interface ResolvedReferences {
  readonly references: Readonly<Record<string, LocalReference>>;
  readonly pictures: readonly Picture[];
  readonly dead: readonly DeadReference[];
}

type Resolution =
  | { readonly kind: 'article'; readonly reference: LocalReference }
  | { readonly kind: 'picture'; readonly reference: LocalReference; readonly picture: Picture }
  | ({ readonly kind: 'dead' } & DeadReference);

/**
 * Finds what the relative addresses of one article lead to: pictures beside it and other articles.
 * @param file the article's path inside the articles folder.
 * @param written absolute addresses and bare `#…` among them are ignored.
 */
export function resolveReferences(
  file: string,
  written: readonly WrittenReference[],
  surroundings: Surroundings,
): ResolvedReferences {
  const references: Record<string, LocalReference> = {};
  const pictures: Picture[] = [];
  const dead: DeadReference[] = [];
  for (const each of written) {
    const { address } = each;
    if (!isLocal(address) || Object.hasOwn(references, address)) continue;
    const found = resolveOne(file, each, surroundings);
    if (found.kind === 'dead') dead.push(found);
    else references[address] = found.reference;
    if (found.kind === 'picture') pictures.push(found.picture);
  }
  return { references, pictures, dead };
}

/** False for `https:…`, `//host/…`, `mailto:…`, `#…`, `?…` and nothing at all. */
export function isLocal(address: string): boolean {
  return address.trim() !== '' && !/^\s*(?:[a-z][a-z0-9+.-]*:|[\\/]{2}|[#?])/i.test(address);
}

function resolveOne(file: string, written: WrittenReference, surroundings: Surroundings): Resolution {
  const { address } = written;
  const { path, tail } = splitAddress(address);
  const target = targetOf(file, decoded(path));
  if (target === null) return dead(address, 'leads out of the articles folder', 'move the file into the folder');
  // A name may hold a per cent sign nobody encoded.
  const verbatim = path.includes('%') ? targetOf(file, path) : null;
  const found =
    lookUp(target, written, tail, surroundings) ??
    (verbatim === null ? null : lookUp(verbatim, written, tail, surroundings));
  if (found !== null) return found;
  return written.kind === 'picture' || isPictureName(path)
    ? dead(address, 'no such picture', 'put it beside the article or correct the address')
    : dead(address, 'no such article', 'correct the address or remove the link');
}

/** Null where nothing lies there. */
function lookUp(
  target: string,
  { address, kind }: WrittenReference,
  tail: string,
  surroundings: Surroundings,
): Resolution | null {
  const id = surroundings.idOf(target.normalize('NFC'));
  if (id !== undefined && kind === 'link') {
    return { kind: 'article', reference: { href: `/a/${id}/${hashOf(tail)}` } };
  }
  const path = existingFile(target, surroundings.articlesDir);
  if (path === null) return null;
  if (path === 'outside') return dead(address, 'is a link out of the articles folder', 'copy the file into the folder');
  if (kind === 'picture' && !isPictureName(target)) {
    return dead(address, 'is no picture', 'correct the address');
  }
  if (isArticleName(posix.basename(target))) {
    return dead(address, 'that article is not published', 'see its own problem, or remove the link');
  }
  if (!isPictureName(target)) {
    return dead(address, 'is neither a picture nor an article', 'only those two are published');
  }
  const picture = surroundings.pictureAt(path);
  if ('reason' in picture) return dead(address, picture.reason, picture.hint);
  return { kind: 'picture', reference: picture.reference, picture };
}

function dead(address: string, reason: string, hint: string): Resolution {
  return { kind: 'dead', address, reason, hint };
}

/** The address without its query and fragment, and those. */
function splitAddress(address: string): { path: string; tail: string } {
  const end = address.search(/[?#]/);
  return end === -1 ? { path: address, tail: '' } : { path: address.slice(0, end), tail: address.slice(end) };
}

/** Other pages of the site know no queries, but a place on a page stays worth going to. */
function hashOf(tail: string): string {
  const start = tail.indexOf('#');
  return start === -1 ? '' : tail.slice(start);
}

/** Path inside the articles folder, or null where it would leave it. A leading `/` means the folder itself. */
function targetOf(file: string, written: string): string | null {
  const path = written.trim().replaceAll('\\', '/');
  if (path.includes('\0')) return null;
  const target = path.startsWith('/') ? posix.normalize(path.slice(1)) : posix.join(posix.dirname(file), path);
  return target === '..' || target.startsWith('../') || target.startsWith('/') ? null : target;
}

/** The real path of an ordinary file; names on disk may be composed either way. */
function existingFile(target: string, articlesDir: string): string | 'outside' | null {
  for (const name of new Set([target, target.normalize('NFC'), target.normalize('NFD')])) {
    try {
      const real = realpathSync(join(articlesDir, name));
      if (!isInside(real, articlesDir)) return 'outside';
      if (statSync(real).isFile()) return real;
    } catch {
      // Not under this name.
    }
  }
  return null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
