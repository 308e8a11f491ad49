import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const jsQr = readFileSync(createRequire(import.meta.url).resolve('jsqr'), 'utf8');

type CodeReader = (pixels: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null;

export interface ReadPicture {
  /** What the QR code in it says, read by a library that knows nothing of the one that drew it; null where there is none. */
  readonly code: string | null;
  /** Pixels of the colour that was asked for. */
  readonly coloured: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Looks at a picture as a person would: by its pixels. On a page of its own, whose policy is nobody's.
 * @param address of the picture, as data
 * @param colour red, green and blue of the pixels to count
 */
export async function readPicture(page: Page, address: string, colour: readonly number[] = []): Promise<ReadPicture> {
  const lookout = await page.context().newPage();
  await lookout.evaluate(jsQr);
  const read = await lookout.evaluate(
    async ([src, wanted]) => {
      const picture = new Image();
      picture.src = src;
      await picture.decode();
      const { width, height } = picture;
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(picture, 0, 0);
      const { data } = context.getImageData(0, 0, width, height);
      let coloured = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (wanted.every((value, channel) => Math.abs((data[at + channel] ?? 0) - value) < 3)) coloured++;
      }
      const { jsQR } = window as unknown as { readonly jsQR: CodeReader };
      return { code: jsQR(data, width, height)?.data ?? null, coloured, width, height };
    },
    [address, colour] as const,
  );
  await lookout.close();
  return read;
}

/** The same of what a screenshot shows. */
export function readShot(page: Page, png: Buffer, colour?: readonly number[]): Promise<ReadPicture> {
  return readPicture(page, `data:image/png;base64,${png.toString('base64')}`, colour);
}
