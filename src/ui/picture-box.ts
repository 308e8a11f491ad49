import type { CSSProperties } from 'react';

/** The room a picture of known size takes, for what stands in its place. */
export function pictureBox(size: {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}): CSSProperties | undefined {
  const { width, height } = size;
  return width && height ? { aspectRatio: `${width} / ${height}`, maxWidth: width } : undefined;
}
