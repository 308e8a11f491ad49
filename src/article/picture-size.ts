import type { Element } from 'hast';
import { attribute } from './hast-node.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const isPlausible = (value: number): boolean => Number.isFinite(value) && value >= 1 && value <= 20000;

const sizeOf = (width: number, height: number): Size | null =>
  isPlausible(width) && isPlausible(height) ? { width: Math.round(width), height: Math.round(height) } : null;

const pixels = (value: string): number =>
  /^\d+(?:\.\d+)?(?:px)?$/.test(value) ? Number.parseFloat(value) : Number.NaN;

const addressPatterns = [
  /\/w(\d{2,5})h(\d{2,5})\//i,
  /[_-]w(\d{2,5})_?h(\d{2,5})s?[._-]/i,
  /[/_-](\d{2,5})[x×](\d{2,5})(?=[._/@-]|$)/i,
  /[?&](?:w|width)=(\d{2,5})&(?:amp;)?(?:h|height)=(\d{2,5})(?:&|$)/i,
  /[?&]wx_w=(\d{2,5})&(?:amp;)?wx_h=(\d{2,5})/i,
];

/** The pixels an address names: `/w600h352/`, `_800x450.jpg`, `?w=600&h=400`; null where it names none. */
export function sizeFromAddress(address: string): Size | null {
  const end = address.slice(0, 2000);
  for (const pattern of addressPatterns) {
    const found = pattern.exec(end);
    const size = found && sizeOf(Number(found[1]), Number(found[2]));
    if (size) return size;
  }
  return null;
}

const pairs = [
  ['dataOriginalWidth', 'dataOriginalHeight'],
  ['dataRawwidth', 'dataRawheight'],
  ['dataWidth', 'dataHeight'],
  ['dataW', 'dataH'],
  ['width', 'height'],
] as const;

/** The pixels a picture's attributes name, the original's before the displayed ones; null where they name no pair. */
export function sizeFromAttributes(node: Element): Size | null {
  for (const [width, height] of pairs) {
    const size = sizeOf(pixels(attribute(node, width)), pixels(attribute(node, height)));
    if (size) return size;
  }
  const written = /^(\d{2,5})[x×,](\d{2,5})$/.exec(attribute(node, 'dataSize'));
  if (written) return sizeOf(Number(written[1]), Number(written[2]));
  // WeChat: the width, and height ÷ width.
  const width = pixels(attribute(node, 'dataW'));
  return sizeOf(width, width * Number.parseFloat(attribute(node, 'dataRatio')));
}
