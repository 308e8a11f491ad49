import { readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readCover } from '../article/read-cover.ts';
import { contentSum } from '../build/file-stamp.ts';
import { measurePicture } from '../build/media.ts';
import { FetchError, RefusalError } from './fetch-error.ts';
import type { HttpClient } from './http-client.ts';
import type { ImportState } from './import-state.ts';
import { rewriteTags } from './rewrite-tags.ts';
import type { Story } from './story.ts';
import { type WantedPicture, wantedPicture } from './wanted-picture.ts';
import { writeWhole } from './write-whole.ts';

/** A story that is to have its pictures in files. */
export interface Illustration {
  readonly story: Story;
  /** Its own, below the articles folder. */
  readonly file: string;
  /** Whether other hosts may be asked. */
  readonly mayAsk: boolean;
  /** Reads a picture by its relative address, where it lies beside the story's source; null where there is none. */
  readonly beside: ReadBeside;
}

export type ReadBeside = (address: string) => Uint8Array | null;

export interface Illustrated {
  readonly story: Story;
  /** What kept pictures from being stored, in a sentence; null where nothing did. */
  readonly trouble: string | null;
}

/** Puts pictures into files beside articles. */
export interface PictureStore {
  /**
   * The story with the pictures that are to be had: those it carries in itself, those beside its source, those of an earlier
   * download; and all others where they may be asked for.
   */
  readonly illustrate: (wish: Illustration) => Promise<Illustrated>;
  /** How many pictures have been fetched. */
  readonly fetched: () => number;
}

const MOST_BYTES = 16 * 1024 * 1024;
/** What a browser can still be asked to unpack. */
const MOST_PIXELS = 100_000_000;
const MOST_PICTURES = 300;
/** So often in a row a host may fail; then it is not asked for the other pictures of a run. */
const MOST_FAILURES = 3;
const ACCEPT = 'image/avif,image/webp,image/png,image/jpeg,image/gif;q=0.9,*/*;q=0.1';

/** @param folder the articles folder */
export function openPictureStore(folder: string, state: ImportState, client: HttpClient): PictureStore {
  const failures = new Map<string, number>();
  let count = 0;

  /** The picture's file below the articles folder: in a folder `pictures` beside the article, named by what it is. */
  function keep(bytes: Uint8Array, file: string): string {
    const picture = measurePicture(bytes);
    if (picture === null)
      throw new FetchError('is no picture a browser shows', 'PNG, JPEG, WebP, GIF and AVIF are kept');
    if (picture.width * picture.height > MOST_PIXELS) throw new FetchError('has too many pixels', 'make it smaller');
    const name = `${contentSum(bytes).slice(0, 16)}.${picture.extension}`;
    const path = posix.join(posix.dirname(file), 'pictures', name);
    writeWhole(join(folder, path), bytes);
    return path;
  }

  async function download(address: string): Promise<Uint8Array> {
    const { host } = new URL(address);
    const failed = failures.get(host) ?? 0;
    if (failed >= MOST_FAILURES) throw new FetchError(`was not asked for: ${host} fails`, 'try again later');
    try {
      const answer = await client.get(address, { accept: ACCEPT, mostBytes: MOST_BYTES });
      failures.delete(host);
      if (answer.kind !== 'content') throw new FetchError('brought nothing', 'try again later');
      count += 1;
      return answer.bytes;
    } catch (error) {
      // A host that answers is there.
      failures.set(host, error instanceof RefusalError ? 0 : failed + 1);
      throw error;
    }
  }

  /** Null where the picture stays where it is. */
  async function fileOf({ address, kind }: WantedPicture, { file, mayAsk, beside }: Illustration) {
    if (kind === 'data') return keep(dataOf(address), file);
    if (kind === 'beside') return keep(beside(address) ?? new Uint8Array(), file);
    const known = state.picture(address);
    if (known !== undefined || !mayAsk) return known ?? null;
    const stored = keep(await download(address), file);
    state.keepPicture(address, stored);
    return stored;
  }

  return {
    fetched: () => count,
    async illustrate(wish) {
      const { story, file, beside } = wish;
      const isBeside = (address: string) => beside(address) !== null;
      const wanted = picturesOf(story, isBeside);
      const paths = new Map<string, string>();
      const troubles: string[] = [];
      const store = async (picture: WantedPicture) => {
        try {
          const stored = await fileOf(picture, wish);
          if (stored !== null) paths.set(picture.address, relativePath(file, stored));
        } catch (error) {
          if (!(error instanceof FetchError)) throw error;
          troubles.push(`${picture.address.slice(0, 120)} ${error.message}`);
        }
      };
      await Promise.all(byHost(wanted).map((pictures) => inTurn(pictures, store)));
      const html = rewriteTags(story.html, (tag) => {
        const path = paths.get(wantedPicture(tag, isBeside)?.address ?? '');
        return path === undefined ? null : new Map([['src', path]]);
      });
      const cover = paths.get(story.cover ?? '') ?? story.cover;
      return { story: { ...story, html, cover }, trouble: troubleOf(troubles, wanted.length) };
    },
  };
}

/** All different pictures of a story, its cover among them. */
function picturesOf({ html, cover }: Story, isBeside: (address: string) => boolean): readonly WantedPicture[] {
  const found = new Map<string, WantedPicture>();
  rewriteTags(html, (tag) => {
    const picture = wantedPicture(tag, isBeside);
    if (picture !== null && found.size < MOST_PICTURES) found.set(picture.address, picture);
    return null;
  });
  if (cover !== null && readCover(cover) !== null) found.set(cover, { address: cover, kind: 'web' });
  return [...found.values()];
}

/** Pictures of one host come one after another, so that a dead one is noticed. */
function byHost(pictures: readonly WantedPicture[]): readonly (readonly WantedPicture[])[] {
  const hosts = new Map<string, WantedPicture[]>();
  for (const picture of pictures) {
    const host = picture.kind === 'web' ? new URL(picture.address).host : '';
    hosts.set(host, [...(hosts.get(host) ?? []), picture]);
  }
  return [...hosts.values()];
}

async function inTurn<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (const item of items) await work(item);
}

function troubleOf(troubles: readonly string[], all: number): string | null {
  const [first] = troubles.toSorted();
  if (first === undefined) return null;
  return troubles.length === 1
    ? `its picture ${first}`
    : `${troubles.length} of its ${all} pictures, the first: ${first}`;
}

function relativePath(from: string, to: string): string {
  const path = posix.relative(posix.dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}

function dataOf(address: string): Uint8Array {
  const comma = address.indexOf(',');
  if (!/;base64$/i.test(address.slice(0, comma).trim()))
    throw new FetchError('is not in base64', 'it is left in the text');
  return Buffer.from(address.slice(comma + 1, comma + MOST_BYTES * 2), 'base64');
}

/** Reads a picture beside a saved page; null for what is too large or no picture. */
export function pictureFile(path: string): Uint8Array | null {
  try {
    if (statSync(path).size > MOST_BYTES) return null;
    const bytes = readFileSync(path);
    return measurePicture(bytes) === null ? null : bytes;
  } catch {
    return null;
  }
}
