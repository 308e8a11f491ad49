import { encode } from 'uqr';

/** White round a code, in modules: what the standard asks for, and what cameras need in the dark. */
const QUIET_ZONE = 4;

/**
 * A QR code as rows of modules, dark ones true, its quiet zone included: the fewest modules the text fits in, and as much
 * correction as these leave room for.
 * @throws RangeError where the text has more than 2,953 bytes
 */
export function qrModules(text: string): readonly (readonly boolean[])[] {
  return encode(text, { ecc: 'L', boostEcc: true, border: QUIET_ZONE }).data;
}
