import { Unanswered } from './time-limit.ts';

/** How long a request may bring nothing, in milliseconds: slow networks pause, but not for so long. */
const SILENCE_MS = 15_000;

/**
 * Fetches a file and gives up when nothing has come for a while: what hangs would be waited for as long as the page is open,
 * while another try mostly helps. A slow network is no such thing, as long as it brings something.
 * @param read takes what has been answered, error pages too
 * @throws Unanswered, and whatever `fetch` and `read` throw
 */
export async function fetchWithin<Value>(
  address: string,
  read: (response: Response) => Promise<Value>,
  init?: RequestInit,
): Promise<Value> {
  const control = new AbortController();
  const giveUp = () => control.abort(new Unanswered(address));
  let timer = setTimeout(giveUp, SILENCE_MS);
  const waitOn = () => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, SILENCE_MS);
  };
  try {
    const response = await fetch(address, { ...init, signal: control.signal });
    waitOn();
    return await read(watched(response, waitOn));
  } finally {
    clearTimeout(timer);
  }
}

/** The same answer, which tells of every piece that comes. */
function watched({ body, status, headers }: Response, onPiece: () => void): Response {
  if (body === null) return new Response(null, { status, headers });
  const pieces = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, out) {
      onPiece();
      out.enqueue(piece);
    },
  });
  return new Response(body.pipeThrough(pieces), { status, headers });
}

/** The same, of a file that must be there. @throws Error where it is not */
export function fetchFile<Value>(
  address: string,
  read: (response: Response) => Promise<Value>,
  init?: RequestInit,
): Promise<Value> {
  const readFile = (response: Response) => {
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return read(response);
  };
  return fetchWithin(address, readFile, init);
}

/** A JSON file, as what it is known to hold. */
export const readJson = <Value>(response: Response): Promise<Value> => response.json() as Promise<Value>;
