import { readFileSync, statSync } from 'node:fs';
import { decodeFeed } from './decode-feed.ts';
import { FetchError } from './fetch-error.ts';
import type { Source } from './find-sources.ts';
import type { HttpClient, Validators } from './http-client.ts';

/** What a source holds, as text. */
export interface LoadedText {
  readonly kind: 'text';
  readonly text: string;
  /** What was odd about its encoding; null where nothing was. */
  readonly oddity: string | null;
  /** Where it came from in the end; null for a file. */
  readonly address: string | null;
  readonly validators: Validators;
  readonly movedTo: string | null;
}

export type Loaded =
  | LoadedText
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'failed'; readonly reason: string; readonly hint: string; readonly notBefore: number | null };

const MEGABYTE = 1024 * 1024;
/** Feeds of 10,000 entries have half of it. */
const MOST_BYTES = 32 * MEGABYTE;
/** An owner's own files may be a whole archive. */
const MOST_FILE_BYTES = 256 * MEGABYTE;
const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1';
const NO_VALIDATORS: Validators = { etag: null, lastModified: null };

/**
 * Fetches or reads a source. Never throws.
 * @param known what the last answer of this address was marked with, if it is good enough
 */
export async function loadSource({ place }: Source, client: HttpClient, known: Validators | null): Promise<Loaded> {
  try {
    return place.kind === 'file' ? readFile(place.path) : await fetchText(place.address, client, known);
  } catch (error) {
    if (error instanceof FetchError) {
      return { kind: 'failed', reason: error.message, hint: error.hint, notBefore: error.notBefore };
    }
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', reason: `cannot be read: ${reason}`, hint: 'check that it may be read', notBefore: null };
  }
}

async function fetchText(address: string, client: HttpClient, known: Validators | null): Promise<Loaded> {
  const wanted = { accept: ACCEPT, mostBytes: MOST_BYTES };
  const answer = await client.get(address, known === null ? wanted : { ...wanted, known });
  if (answer.kind === 'unchanged') return answer;
  const { bytes, charset, validators, movedTo } = answer;
  return { kind: 'text', ...decodeFeed(bytes, charset), address: answer.address, validators, movedTo };
}

function readFile(path: string): Loaded {
  const { size } = statSync(path);
  if (size > MOST_FILE_BYTES) {
    throw new FetchError(`is larger than ${MOST_FILE_BYTES / MEGABYTE} MB`, 'cut it into several files');
  }
  const decoded = decodeFeed(readFileSync(path));
  return { kind: 'text', ...decoded, address: null, validators: NO_VALIDATORS, movedTo: null };
}
