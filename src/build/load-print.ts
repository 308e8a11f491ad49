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
}

export type Print = (request: PrintRequest) => string;

/** Loads the compiled src/print.tsx. */
export async function loadPrint(file: string): Promise<Print> {
  const module: { printPage: Print } = await import(/* @vite-ignore */ pathToFileURL(file).href);
  return module.printPage;
}
