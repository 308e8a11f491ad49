import { addressVectors } from './address-vectors.ts';
import { foreignVectors } from './foreign-vectors.ts';
import { markdownVectors } from './markdown-vectors.ts';
import { pageVectors } from './page-vectors.ts';
import { repairVectors } from './repair-vectors.ts';
import { scriptVectors } from './script-vectors.ts';
import type { Vector } from './vector.ts';

/** Every hostile body we know, each by a name of its own. */
export const allVectors: readonly Vector[] = [
  ...scriptVectors,
  ...addressVectors,
  ...foreignVectors,
  ...pageVectors,
  ...repairVectors,
  ...markdownVectors,
];
