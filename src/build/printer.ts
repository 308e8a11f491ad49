import { loadPrint } from './load-print.ts';
import type { PressJob } from './press-job.ts';
import type { Press } from './write-edition.ts';

/** The compiled src/print.tsx, told what all pages of this build have in common. */
export async function printerOf({ printer, frame, modulePreloads }: PressJob): Promise<Press['print']> {
  const print = await loadPrint(printer);
  return (path, data, body) =>
    print({ ...frame, path, data, body, modulePreloads: data.kind === 'archive' ? [] : modulePreloads[data.kind] });
}
