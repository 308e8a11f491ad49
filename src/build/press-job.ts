import type { PageData } from '../edition/edition-data.ts';
import type { PackageNotices } from '../edition/edition-figures.ts';
import type { CacheFolders } from './cache-folders.ts';
import type { Settings } from './settings.ts';

/** What every page links to or carries, whatever it shows. */
export interface PageFrame {
  /** Begins and ends with `/`. */
  readonly base: string;
  /** Scheme and host, without a trailing slash. */
  readonly siteUrl: string;
  /** Inlined in every page: so small that a request of its own would cost more. */
  readonly css: string;
  /** Base64, for the content security policy. */
  readonly cssHash: string;
  readonly scriptHash: string;
  /** Root-relative address of the app's entry, with the base. */
  readonly script: string;
}

/** What the press is told; plain data, because it works in a process of its own. */
export interface PressJob {
  readonly settings: Settings;
  /** The folder that becomes the site; holds the client bundle already. */
  readonly folder: string;
  /** The compiled src/print.tsx. */
  readonly printer: string;
  /** The compiled src/build/press-worker.ts; null: the press does everything itself. */
  readonly worker: string | null;
  /** What earlier builds left for this one. */
  readonly cache: CacheFolders;
  readonly frame: PageFrame;
  /** Modules the app needs at once on a page of each kind: root-relative, with the base. */
  readonly modulePreloads: Readonly<Record<PageData['kind'], readonly string[]>>;
  /** What the program is made of. */
  readonly notices: PackageNotices;
  /** When the build began, in milliseconds since 1970. */
  readonly start: number;
}

/** What the press answers. */
export type PressAnswer =
  | { readonly kind: 'printed'; readonly summary: string }
  | { readonly kind: 'refused'; readonly reason: string };
