/** A drawing of a size, for a picture that is nowhere: a test answers a request with it. */
export function standIn(width: number, height: number): { readonly contentType: string; readonly body: string } {
  const body = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 4 3" preserveAspectRatio="none"><path fill="#7d9aa8" d="M0 0h4v3H0z"/><path fill="#33525f" d="M0 3l1.5-2L4 3z"/></svg>`;
  return { contentType: 'image/svg+xml', body };
}

/** The size an address of a test names: `…/a.jpg?800x600`. */
export function sizeIn(address: string): readonly [number, number] {
  const [, width = '1200', height = '800'] = /\?(\d+)x(\d+)$/.exec(address) ?? [];
  return [Number(width), Number(height)];
}
