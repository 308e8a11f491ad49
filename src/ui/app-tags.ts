import { escapeHtml } from './escape-html.ts';

/** What fetches the app; addresses are root-relative, with the base path. */
export interface AppScripts {
  /** The entry. */
  readonly script: string;
  /** Modules the entry imports on every page. */
  readonly modulePreloads: readonly string[];
}

/**
 * The elements that fetch the app. They stand at the end of a page: a browser that meets them in the head asks for five files
 * and paints an empty frame before it reads on, on a slow phone a tenth of a second in which nothing is read.
 */
export function appTags({ script, modulePreloads }: AppScripts): string {
  return [
    ...modulePreloads.map((address) => `<link rel="modulepreload" href="${escapeHtml(address)}">`),
    `<script type="module" src="${escapeHtml(script)}"></script>`,
  ].join('\n');
}
