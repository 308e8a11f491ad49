import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { type Duplex, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { checkAddress } from './check-address.ts';
import { checkedLookup } from './checked-lookup.ts';
import { FetchError, RefusalError } from './fetch-error.ts';
import { type HostQueue, openHostQueue } from './host-queue.ts';

/** What tells a server which answer is here already. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface Wanted {
  /** Media types. */
  readonly accept: string;
  /** Both as sent and as unpacked. */
  readonly mostBytes: number;
  readonly known?: Validators;
}

export type HttpAnswer =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'content';
      readonly bytes: Uint8Array;
      /** Where it came from, redirects followed. */
      readonly address: string;
      /** The charset of the `Content-Type`. */
      readonly charset: string | null;
      readonly validators: Validators;
      /** Its new address, where every redirect on the way was for good. */
      readonly movedTo: string | null;
    };

export interface HttpClient {
  /** @throws FetchError whatever the reason. */
  readonly get: (address: string, wanted: Wanted) => Promise<HttpAnswer>;
}

export interface ClientOptions {
  /** Whether a host (with its port) may be one of this machine or its network. */
  readonly allowPrivate: (host: string) => boolean;
  readonly userAgent: string;
  /** Milliseconds between the end of one request to a host and the beginning of the next. */
  readonly pause?: number;
  /** Milliseconds from the first byte sent to the last one received. */
  readonly deadline?: number;
  /** Milliseconds without a byte. */
  readonly silence?: number;
  /** The longest `Retry-After` that is waited for, in milliseconds. */
  readonly patience?: number;
}

const DEFAULTS = { pause: 300, deadline: 60_000, silence: 20_000, patience: 10_000 };
const MOST_REDIRECTS = 5;
const MOST_REQUESTS = 6;

type Options = Required<ClientOptions>;

/**
 * A polite and careful client: one request to a host at a time, with a pause between them; no more bytes than wanted, no
 * longer than the deadline, nowhere but to the public web, which is checked again at every redirect.
 */
export function openHttpClient(given: ClientOptions): HttpClient {
  const options: Options = { ...DEFAULTS, ...given };
  const queue = openHostQueue(options.pause, options.patience, MOST_REQUESTS);
  return {
    async get(address, wanted) {
      try {
        return await follow(address, wanted, options, queue);
      } catch (error) {
        throw error instanceof FetchError ? error : new FetchError(reasonOf(error), hintOf(error));
      }
    },
  };
}

/** Redirects are followed here and not by a library, because each leads to a host that is to be checked. */
async function follow(start: string, wanted: Wanted, options: Options, queue: HostQueue): Promise<HttpAnswer> {
  let url = new URL(start);
  let movedTo: string | null = null;
  let isForGood = true;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    checkAddress(url, options.allowPrivate(url.host));
    const answer = await askPatiently(url, wanted, options, queue);
    if (answer.kind !== 'redirect') return answer.kind === 'content' ? { ...answer, movedTo } : answer;
    const next = locationOf(answer.location, url);
    isForGood &&= answer.isForGood;
    movedTo = isForGood ? next.href : null;
    url = next;
  }
  throw new FetchError(`redirects more than ${MOST_REDIRECTS} times`, 'see whether it opens in a browser');
}

/** Name and password were given to the first host, not to the one it names. */
function locationOf(location: string, from: URL): URL {
  if (!URL.canParse(location, from.href)) throw new FetchError('redirects to no address', 'tell its owner');
  const next = new URL(location, from.href);
  next.username = next.origin === from.origin ? from.username : '';
  next.password = next.origin === from.origin ? from.password : '';
  return next;
}

type HopAnswer = { readonly kind: 'redirect'; readonly location: string; readonly isForGood: boolean } | HttpAnswer;

/** Waits once where the host asks for a moment; where it asks for longer, it is left alone. */
async function askPatiently(url: URL, wanted: Wanted, options: Options, queue: HostQueue): Promise<HopAnswer> {
  const attempt = () => queue.run(url.host, () => ask(url, wanted, options));
  const closing = (error: unknown): never => {
    if (error instanceof FetchError && error.notBefore !== null) queue.close(url.host, error.notBefore, error);
    throw error;
  };
  return attempt()
    .catch(closing)
    .catch((error: unknown) => {
      const isSoon = error instanceof FetchError && (error.notBefore ?? Infinity) - Date.now() <= options.patience;
      if (!isSoon) throw error;
      return attempt().catch(closing);
    });
}

async function ask(url: URL, wanted: Wanted, options: Options): Promise<HopAnswer> {
  const signal = AbortSignal.timeout(options.deadline);
  try {
    const response = await send(url, wanted, options, signal);
    try {
      return await read(response, url, wanted, signal);
    } finally {
      response.destroy();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new FetchError(`took longer than ${options.deadline / 1000} s`, 'try again later');
  }
}

function send(url: URL, wanted: Wanted, options: Options, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      agent: false,
      signal,
      headers: headersOf(wanted, options),
      lookup: checkedLookup(options.allowPrivate(url.host)),
      timeout: options.silence,
    });
    request.once('response', done);
    request.once('error', fail);
    request.once('timeout', () => {
      request.destroy(new FetchError(`said nothing for ${options.silence / 1000} s`, 'try again later'));
    });
    request.end();
  });
}

function headersOf({ accept, known }: Wanted, { userAgent }: Options): http.OutgoingHttpHeaders {
  return {
    'User-Agent': userAgent,
    Accept: accept,
    'Accept-Encoding': 'gzip, br',
    ...(known?.etag && { 'If-None-Match': known.etag }),
    ...(known?.lastModified && { 'If-Modified-Since': known.lastModified }),
  };
}

async function read(response: IncomingMessage, url: URL, wanted: Wanted, signal: AbortSignal): Promise<HopAnswer> {
  const { statusCode: status = 0, headers } = response;
  if (status === 304 && wanted.known !== undefined) return { kind: 'unchanged' };
  const { location } = headers;
  if ([301, 302, 303, 307, 308].includes(status) && location !== undefined) {
    return { kind: 'redirect', location, isForGood: status === 301 || status === 308 };
  }
  if (status !== 200) throw refusal(status, headers['retry-after']);
  const bytes = await readBody(response, wanted.mostBytes, signal);
  const validators = { etag: headers.etag ?? null, lastModified: headers['last-modified'] ?? null };
  const charset = /charset\s{0,5}=\s{0,5}["']?([\w:.-]{1,40})/i.exec(headers['content-type'] ?? '')?.[1] ?? null;
  return { kind: 'content', bytes, address: url.href, charset, validators, movedTo: null };
}

function refusal(status: number, retryAfter: string | undefined): RefusalError {
  const reason = `answers ${status} ${http.STATUS_CODES[status] ?? ''}`.trimEnd();
  const notBefore = status === 429 || status === 503 ? momentAfter(retryAfter) : null;
  if (notBefore !== null) {
    return new RefusalError(reason, `it asks to be left alone until ${new Date(notBefore).toISOString()}`, notBefore);
  }
  if (status === 410) return new RefusalError(reason, 'it is gone for good: take it off your list');
  if (status === 401 || status === 403) return new RefusalError(reason, 'it is not for everybody');
  return new RefusalError(reason, status >= 500 ? 'try again later' : 'see whether its address is right');
}

/** A `Retry-After` says seconds or a date; at most a day is believed. */
function momentAfter(value: string | undefined): number | null {
  if (value === undefined) return null;
  const seconds = /^\d{1,9}$/.test(value.trim()) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return seconds > 0 ? Date.now() + Math.min(seconds, 86_400) * 1000 : null;
}

/** Stops at the cap, whether the bytes come as they are or are unpacked from few. */
async function readBody(response: IncomingMessage, mostBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const tooLarge = () => new FetchError(`is larger than ${mostBytes / 1024 / 1024} MB`, 'no more of it is read');
  if (Number(response.headers['content-length'] ?? 0) > mostBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let received = 0;
  let unpacked = 0;
  const counter = new Transform({
    transform(chunk: Buffer, _, done) {
      received += chunk.length;
      done(received > mostBytes ? tooLarge() : null, chunk);
    },
  });
  const collector = new Writable({
    write(chunk: Buffer, _, done) {
      unpacked += chunk.length;
      chunks.push(chunk);
      done(unpacked > mostBytes ? tooLarge() : null);
    },
  });
  await pipeline([response, counter, ...unpackers(response.headers['content-encoding']), collector], { signal });
  return Buffer.concat(chunks);
}

/** What undoes a `Content-Encoding`, in order; nobody packs a feed more than twice. */
function unpackers(encoding = ''): readonly Duplex[] {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const packings = names.filter((name) => name !== '' && name !== 'identity').toReversed();
  if (packings.length > 2 || packings.some((name) => !/^(?:x-gzip|gzip|deflate|br)$/.test(name))) {
    throw new FetchError(`is packed as ${encoding.slice(0, 80)}`, 'gzip and br are unpacked');
  }
  return packings.map((name) => (name === 'br' ? zlib.createBrotliDecompress() : zlib.createUnzip()));
}

/** Node's errors as sentences about the host. */
const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'has no such host',
  EAI_AGAIN: 'its host could not be looked up',
  ECONNREFUSED: 'refuses the connection',
  ECONNRESET: 'broke the connection off',
  ETIMEDOUT: 'cannot be reached',
  EHOSTUNREACH: 'cannot be reached',
  ENETUNREACH: 'cannot be reached',
  EPIPE: 'broke the connection off',
  ERR_STREAM_PREMATURE_CLOSE: 'broke the connection off',
  HPE_HEADER_OVERFLOW: 'sends too many headers',
  Z_DATA_ERROR: 'is packed wrongly',
  Z_BUF_ERROR: 'ends too early',
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Of what goes wrong on the way only this is mostly the asker's own. */
const hintOf = (error: unknown): string => (codeOf(error) === 'ENOTFOUND' ? 'check its spelling' : 'try again later');

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = codeOf(error);
  // Several addresses were tried.
  if (error instanceof AggregateError && error.errors.length > 0 && code === '') return reasonOf(error.errors[0]);
  if (/^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS_CERT)/.test(code)) {
    return `has a certificate that is not to be trusted (${code})`;
  }
  return REASONS[code] ?? `cannot be fetched: ${error.message.slice(0, 200)}`;
}
