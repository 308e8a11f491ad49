import { relative } from 'node:path';
import { contentSum } from '../build/file-stamp.ts';
import { startProgress } from '../build/progress.ts';
import { shownAddress } from './check-address.ts';
import type { Feed, FeedProblem } from './feed.ts';
import { feedLinks, isHtmlPage } from './feed-links.ts';
import { feedOfPage } from './feed-of-page.ts';
import { openFeedRegister } from './feed-register.ts';
import { besidePath, findSources, isPageName, type MissingSource, type Source } from './find-sources.ts';
import type { HttpClient, Validators } from './http-client.ts';
import { importFeed } from './import-feed.ts';
import { type KnownFeed, openImportState } from './import-state.ts';
import { type Loaded, type LoadedText, loadSource } from './load-source.ts';
import type { Parser } from './parser.ts';
import { openPictureStore, pictureFile, type ReadBeside } from './picture-store.ts';
import { isFeed, type NoFeed, readFeed } from './read-feed.ts';
import { isOpml, readOpml } from './read-opml.ts';
import { readStories } from './read-stories.ts';
import type { ImportProblem } from './report-line.ts';
import { openShelf } from './shelf.ts';
import { emptyTally, type Tally } from './tally.ts';

export interface ImportOptions {
  /** Addresses, files, folders. */
  readonly sources: readonly string[];
  /** Relative paths among them count from here. */
  readonly from: string;
  /** Levels above those that sources have themselves. */
  readonly categories: readonly string[];
  /** The articles folder, absolute. */
  readonly folder: string;
  readonly pictures: boolean;
  /** Bring back what was deleted, overwrite what was edited, ask those who asked not to be. */
  readonly force: boolean;
}

export interface ImportTools {
  readonly client: HttpClient;
  readonly parser: Parser;
  readonly say: (problem: ImportProblem) => void;
}

export interface ImportOutcome {
  readonly tally: Tally;
  /** Pictures fetched. */
  readonly pictures: number;
}

/** Sources fetched before their turn: texts wait in memory. */
const AHEAD = 8;
/** What was read by an older program is read again. */
const PROGRAM = 1;
const SAVE_MS = 5000;

const NOTHING_BESIDE: ReadBeside = () => null;

/**
 * Imports everything from all sources, in their order, so that the same sources always give the same files.
 * @throws UserError where the folder can't be written or its memory can't be read.
 */
export async function importSources(options: ImportOptions, tools: ImportTools): Promise<ImportOutcome> {
  const { folder, force } = options;
  const { client, parser } = tools;
  const state = openImportState(folder);
  const register = openFeedRegister(state);
  const pictures = openPictureStore(folder, state, client);
  const tally = emptyTally();
  let saved = performance.now();
  const say = (problem: ImportProblem) => {
    tally[problem.level === 'error' ? 'errors' : 'warnings'] += 1;
    tools.say(problem);
  };
  const filing = {
    ...{ folder, pictures, say, download: options.pictures },
    shelf: openShelf(folder, state, force),
    count: (outcome: keyof Tally['outcomes']) => {
      tally.outcomes[outcome] += 1;
    },
  };

  const settingsOf = ({ categories }: Source) =>
    contentSum(JSON.stringify([PROGRAM, categories, options.pictures])).slice(0, 10);

  function fail(where: string, { reason, hint }: NoFeed): void {
    tally.failed += 1;
    say({ where, level: 'error', reason, hint });
  }

  async function load(source: Source): Promise<Loaded> {
    const { place } = source;
    const known = place.kind === 'address' ? register.byAddress(place.address) : undefined;
    if (known === undefined) return loadSource(source, client, null);
    if (!force && known.notBefore !== null && Date.parse(known.notBefore) > Date.now()) {
      const reason = `its host asks to be left alone until ${known.notBefore}`;
      return { kind: 'failed', reason, hint: '--force asks all the same', notBefore: Date.parse(known.notBefore) };
    }
    const isEnough = !force && known.settings === settingsOf(source);
    return loadSource(source, client, isEnough ? known : null);
  }

  async function take(source: Source, loaded: Loaded, depth: number): Promise<void> {
    tally.sources += 1;
    if (loaded.kind === 'unchanged') {
      tally.unchanged += 1;
      return;
    }
    if (loaded.kind === 'failed') {
      rememberRefusal(source, loaded.notBefore);
      fail(source.name, loaded);
      return;
    }
    tellOf(source, loaded);
    const { text, address } = loaded;
    const isPage = isHtmlPage(text) || (source.place.kind === 'file' && isPageName(source.place.path) && !isOpml(text));
    if (isOpml(text) && !isPage) await takeList(source, text, depth);
    else if (isPage && address !== null) await takeFeedOfPage(source, text, address, depth);
    else if (isPage) await takePage(source, text);
    else await takeFeed(source, loaded);
  }

  function tellOf({ name, place }: Source, { oddity, movedTo }: LoadedText): void {
    if (oddity !== null) say({ where: name, level: 'warning', reason: oddity, hint: 'tell its owner' });
    if (movedTo === null || place.kind !== 'address') return;
    const reason = `has moved for good to ${shownAddress(movedTo)}`;
    say({ where: name, level: 'warning', reason, hint: 'name that address instead' });
  }

  function rememberRefusal({ place }: Source, notBefore: number | null): void {
    const known = place.kind === 'address' && notBefore !== null ? register.byAddress(place.address) : undefined;
    if (known !== undefined) state.keepFeed({ ...known, notBefore: new Date(notBefore ?? 0).toISOString() });
  }

  async function takeList(source: Source, text: string, depth: number): Promise<void> {
    if (depth > 0) return fail(source.name, { reason: 'is a list inside a list', hint: 'import it by itself' });
    const list = await readOpml(text, parser);
    if (typeof list === 'string') return fail(source.name, { reason: `cannot be read: ${list}`, hint: 'is it OPML?' });
    // What a list names counts instead of the list.
    tally.sources += list.strays.length - 1;
    for (const stray of list.strays) {
      fail(source.name, { reason: `“${stray}” is no address`, hint: 'http and https are read' });
    }
    const listed = list.feeds.map(({ address, categories }): Source => {
      const path = [...source.categories, ...categories];
      return { name: shownAddress(address), place: { kind: 'address', address }, categories: path };
    });
    await takeAll(listed, depth + 1);
  }

  async function takeFeedOfPage(source: Source, html: string, page: string, depth: number): Promise<void> {
    const [address] = feedLinks(html, page);
    if (address === undefined || depth > 1 || source.place.kind !== 'address') {
      const hint = 'give the address of its feed, or save the page and import the file';
      return fail(source.name, { reason: 'is a page and names no feed', hint });
    }
    tally.sources -= 1;
    const reason = `is a page; its feed ${shownAddress(address)} is read`;
    say({ where: source.name, level: 'warning', reason, hint: 'name the feed instead' });
    const found: Source = { ...source, name: shownAddress(address), place: { kind: 'address', address } };
    await take(found, await load(found), depth + 2);
  }

  async function takePage(source: Source, html: string): Promise<void> {
    if (source.place.kind !== 'file') return;
    const { path, root } = source.place;
    const answer = await parser.page(html);
    if (!answer.ok || answer.value.html === '') {
      const reason = answer.ok ? 'has no article that could be found' : `cannot be read: ${answer.reason}`;
      return fail(source.name, { reason, hint: 'is it the page of one article?' });
    }
    const beside = besideOf(path, root);
    const feed = feedOfPage(answer.value, relative(root, path));
    await file(source, feed, beside);
  }

  async function takeFeed(source: Source, loaded: LoadedText): Promise<void> {
    const feed = await readFeed(loaded.text, parser);
    if (!isFeed(feed)) return fail(source.name, feed);
    if (feed.entries.length === 0 && feed.problems.length === 0) {
      say({ where: source.name, level: 'warning', reason: 'has no entries', hint: 'there is nothing to import yet' });
    }
    await file(source, feed, NOTHING_BESIDE, loaded);
  }

  async function file(source: Source, feed: Feed, beside: ReadBeside, loaded?: LoadedText): Promise<void> {
    const { name, place, categories } = source;
    const read = readStories(feed, loaded?.address ?? null, (address) => beside(address) !== null);
    for (const problem of read.problems) say({ ...problem, where: placeOf(source, problem) });
    const address = place.kind === 'address' ? place.address : null;
    const identity = { address, title: read.title, home: read.home, self: feed.self, name: nameOf(source) };
    const known = register.enrol(identity);
    const isWhole = await importFeed({ name, read, feed: known, categories, beside }, filing);
    state.keepFeed({ ...known, ...memoryOf(source, loaded?.validators, isWhole) });
    if (performance.now() - saved < SAVE_MS) return;
    state.save();
    saved = performance.now();
  }

  /** An answer that not everything was made of must come again. */
  function memoryOf(source: Source, validators: Validators | undefined, isWhole: boolean): Partial<KnownFeed> {
    const isEnough = isWhole && source.place.kind === 'address';
    const { etag = null, lastModified = null } = (isEnough ? validators : undefined) ?? {};
    return { etag, lastModified, notBefore: null, settings: isEnough ? settingsOf(source) : '' };
  }

  async function takeAll(sources: readonly Source[], depth: number): Promise<void> {
    // One source tells how far it is by itself.
    const progress = sources.length > 1 ? startProgress('importing', sources.length) : null;
    const loading: Promise<Loaded>[] = sources.slice(0, AHEAD).map(load);
    for (const [at, source] of sources.entries()) {
      const loaded = await loading[at]!;
      const next = sources[at + AHEAD];
      if (next !== undefined) loading.push(load(next));
      // Not to be held until the last is done.
      loading[at] = Promise.resolve({ kind: 'unchanged' });
      await take(source, loaded, depth);
      progress?.step(at + 1);
    }
    progress?.end();
  }

  try {
    const miss = (missing: MissingSource) => {
      tally.sources += 1;
      fail(missing.name, missing);
    };
    await takeAll(findAll(options, miss), 0);
  } finally {
    state.save();
  }
  return { tally, pictures: pictures.fetched() };
}

function findAll(
  { sources, from, categories }: ImportOptions,
  miss: (missing: MissingSource) => void,
): readonly Source[] {
  return sources.flatMap((argument) => {
    const found = findSources(argument, from, categories);
    if (!('reason' in found)) return found;
    miss(found);
    return [];
  });
}

/** Each picture beside a page is looked at once. */
function besideOf(path: string, root: string): ReadBeside {
  const known = new Map<string, Uint8Array | null>();
  return (address) => {
    const found = known.get(address);
    if (found !== undefined) return found;
    const beside = besidePath(path, root, address);
    const bytes = beside === null ? null : pictureFile(beside);
    known.set(address, bytes);
    return bytes;
  };
}

/** `blog.xml:41`, or `https://… entry 3` where nobody counts lines. */
function placeOf({ name, place }: Source, { number, line }: FeedProblem): string {
  if (number === null) return name;
  return place.kind === 'file' && line !== null ? `${name}:${line}` : `${name} entry ${number}`;
}

/** What a feed without a title is called. */
function nameOf({ place }: Source): string {
  if (place.kind === 'address') return new URL(place.address).host;
  return relative(place.root, place.path).replace(/\.\w+$/, '');
}
