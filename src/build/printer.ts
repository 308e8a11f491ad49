import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { Body } from '../article/body.ts';
import type { PageData } from '../edition/edition-data.ts';

/** What every page links to or carries, whatever it shows. */
export interface PageFrame {
  /** Begins and ends with `/`. */
  readonly base: string;
  /** Scheme and host, without a trailing slash. */
  readonly siteUrl: string;
  /** Inlined; so small that a request of its own would cost more. */
  readonly css: string;
  /** Base64, for the content security policy. */
  readonly cssHash: string;
}

/** What src/print.tsx makes a document of. */
export interface PrintRequest extends PageFrame {
  /** `/a/x/`: root-relative, without the base. */
  readonly path: string;
  readonly data: PageData;
  readonly body: Body | null;
  /** Root-relative addresses with the base. */
  readonly script: string;
  readonly modulePreloads: readonly string[];
}

export type Print = (request: PrintRequest) => string;

/** Loads the compiled src/print.tsx. */
export async function loadPrint(file: string): Promise<Print> {
  const module: { printPage: Print } = await import(pathToFileURL(file).href);
  return module.printPage;
}

export function hashForPolicy(css: string): string {
  return createHash('sha256').update(css).digest('base64');
}
