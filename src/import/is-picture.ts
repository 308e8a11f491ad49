/** A picture by its type, or by its name where the type says nothing. */
export function isPicture(type: string, address: string): boolean {
  if (type !== '' && type !== 'application/octet-stream') return /^image\//i.test(type);
  return /\.(?:jpe?g|png|gif|webp|avif)(?:[?#].{0,500})?$/i.test(address);
}
