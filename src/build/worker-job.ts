import type { FoundFile } from './find-files.ts';
import type { PressJob } from './press-job.ts';
import type { PackJob, PrintedPack } from './print-pack.ts';
import type { Scan } from './scan-cache.ts';

/** What a worker is told. Only `scan` and `print` are answered. */
export type WorkerMessage =
  | { readonly kind: 'begin'; readonly job: PressJob }
  | { readonly kind: 'ids'; readonly ids: ReadonlyMap<string, string> }
  | { readonly kind: 'scan'; readonly files: readonly FoundFile[] }
  | { readonly kind: 'print'; readonly job: PackJob };

export type WorkerAnswer =
  | { readonly kind: 'scanned'; readonly scans: readonly Scan[] }
  | { readonly kind: 'printed'; readonly pack: PrintedPack }
  /** Something the owner must put right. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };
