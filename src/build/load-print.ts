import { pathToFileURL } from 'node:url';
import type { Body } from '../article/body.ts';
import type { ArchiveData } from '../edition/archive.ts';
import type { PageData } from '../edition/edition-data.ts';
import type { PageFrame } from './press-job.ts';

/** What src/print.tsx makes a document of. */
export interface PrintRequest extends PageFrame {
  /** `/a/x/`: root-relative, without the base. */
  readonly path: string;
  readonly data: PageData | ArchiveData;
  readonly body: Body | null;
  readonly modulePreloads: readonly string[];
  /** Base64 SHA-256 of the style sheet of articles. */
  readonly articleCssHash: string;
}

/** The compiled src/print.tsx. */
export interface PrintModule {
  /** A page in pieces, of which each style sheet is one. */
  readonly printPage: (request: PrintRequest) => readonly string[];
  /** The style sheet that stands in articles only. */
  readonly articleCss: string;
  /** What a device reads that installs the site. */
  readonly webManifest: (base: string) => string;
}

/** Loads the compiled src/print.tsx. */
export function loadPrint(file: string): Promise<PrintModule> {
  return import(/* @vite-ignore */ pathToFileURL(file).href);
}
