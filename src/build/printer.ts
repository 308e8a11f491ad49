import { loadPrint } from './load-print.ts';
import type { PressJob } from './press-job.ts';
import { sourceHash } from './source-hash.ts';
import { type EncodePieces, textEncoder } from './text-encoder.ts';
import type { Press } from './write-edition.ts';

/** What prints the pages of a build. */
export interface Printer {
  readonly print: Press['print'];
  /** UTF-8 of the same. It holds only until the next is asked for, of whatever. */
  readonly printBytes: (...request: Parameters<Press['print']>) => Uint8Array;
  readonly encode: EncodePieces;
  /** Base64 SHA-256 of every style sheet a page may hold: what all of them allow. */
  readonly cssHashes: readonly string[];
  readonly webManifest: string;
}

/** The compiled src/print.tsx, told what all pages of this build have in common. */
export async function printerOf({ printer, frame, modulePreloads }: PressJob): Promise<Printer> {
  const { printPage, articleCss, webManifest } = await loadPrint(printer);
  const articleCssHash = sourceHash(articleCss);
  const encode = textEncoder([frame.css, articleCss]);
  const pieces = (...[path, data, body]: Parameters<Press['print']>) =>
    printPage({
      ...{ ...frame, articleCssHash, path, data, body },
      modulePreloads: data.kind === 'archive' ? [] : modulePreloads[data.kind],
    });
  return {
    print: (...request) => pieces(...request).join(''),
    printBytes: (...request) => encode(pieces(...request)),
    encode,
    cssHashes: [frame.cssHash, articleCssHash],
    webManifest: webManifest(frame.base),
  };
}
