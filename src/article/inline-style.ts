import type { Element } from 'hast';
import { attribute, element, hasAttributes } from './hast-node.ts';
import { remember } from './remember.ts';

/** What an element's looks mean: everything else about them is dropped, because it would break dark mode and type. */
export interface Looks {
  readonly weight: 'bold' | 'normal' | null;
  readonly italic: boolean;
  readonly struck: boolean;
  readonly align: 'center' | 'right' | 'start' | null;
  /** Small or grey: how captions and credits are set. */
  readonly faint: boolean;
  readonly hidden: boolean;
}

type Style = ReadonlyMap<string, string>;

const declarations = remember((style: string): Style => {
  const found = new Map<string, string>();
  for (const part of style.slice(0, 4000).split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0)
      found.set(
        part.slice(0, colon).trim().toLowerCase(),
        part
          .slice(colon + 1)
          .replace('!important', '')
          .trim()
          .toLowerCase(),
      );
  }
  return found;
});

function weightOf(style: Style, sinaStyle: string): Looks['weight'] {
  const weight = style.get('font-weight') ?? '';
  if (/^(?:bold|bolder|[6-9]00)$/.test(weight) || /\bstrong-Bold\b/i.test(sinaStyle)) return 'bold';
  return /^(?:normal|lighter|[1-4]00)$/.test(weight) ? 'normal' : null;
}

/** Names that editors and their style sheets agree on; `center` alone may mean the whole page. */
const alignClass =
  /(?:^|\s)(?:(?:ql-|has-text-)?(?:align|text)-?|f_|(?:img|image|pic|photo)[-_]?)(center|right)(?:[-_]box)?(?=\s|$)/i;

function alignOf(style: Style, node: Element, sinaStyle: string): Looks['align'] {
  const own = node.tagName === 'center' ? 'center' : attribute(node, 'align').toLowerCase();
  const align =
    style.get('text-align') ||
    /\balign-(center|right|left|justify)\b/i.exec(sinaStyle)?.[1]?.toLowerCase() ||
    own ||
    attribute(node, 'dataAlign') ||
    (alignClass.exec(attribute(node, 'className'))?.[1]?.toLowerCase() ?? '');
  if (/center$|middle/.test(align)) return 'center';
  if (align === 'right' || align === 'end') return 'right';
  return align === '' ? null : 'start';
}

function isGrey(color: string): boolean {
  if (/^(?:dark)?gr[ae]y$/.test(color)) return true;
  const channels = color.startsWith('#')
    ? hexChannels(color)
    : color.startsWith('rgb')
      ? (color.match(/\d+/g) ?? []).slice(0, 3).map(Number)
      : [];
  if (channels.length < 3) return false;
  return (
    Math.max(...channels) - Math.min(...channels) < 16 && Math.min(...channels) >= 0x66 && Math.max(...channels) <= 0xc8
  );
}

function hexChannels(color: string): number[] {
  const hex = color.slice(1);
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex;
  return full.length < 6
    ? []
    : [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)).filter((value) => !Number.isNaN(value));
}

function isSmall(style: Style, node: Element): boolean {
  const size = /^([\d.]+)(px|pt|em|rem|%)?$/.exec(style.get('font-size') ?? '');
  if (!size) return node.tagName === 'small' || (node.tagName === 'font' && /^[12]$/.test(attribute(node, 'size')));
  const value = Number(size[1]);
  const limit = { px: 13, pt: 10, em: 0.85, rem: 0.85, '%': 85 }[size[2] ?? ''] ?? 0;
  return value > 0 && value <= limit;
}

const PLAIN: Looks = { weight: null, italic: false, struck: false, align: null, faint: false, hidden: false };

/** Elements that say something about their looks by being what they are. */
const telling = new Set(['center', 'small', 'font']);

function hasOnlyStyle({ properties }: Element): boolean {
  for (const name in properties) if (name !== 'dataStyle') return false;
  return true;
}

/** Scraped pages give thousands of elements the same few styles, and nothing else. */
const looksOfStyle = remember((dataStyle: string) => readLooks(element('span', { dataStyle }, [])));

/** Reads `style` (by now `data-style`: see `inertTag`), the old presentational attributes and Sina's `cms-style`. */
export function looksOf(node: Element): Looks {
  // Most elements say nothing about their looks.
  if (telling.has(node.tagName) || !hasOnlyStyle(node)) return readLooks(node);
  return hasAttributes(node) ? looksOfStyle(attribute(node, 'dataStyle')) : PLAIN;
}

function readLooks(node: Element): Looks {
  const style = declarations(attribute(node, 'dataStyle'));
  const sinaStyle = attribute(node, 'cms-style');
  return {
    weight: weightOf(style, sinaStyle),
    italic: /^(?:italic|oblique)/.test(style.get('font-style') ?? ''),
    struck: /line-through/.test(style.get('text-decoration') ?? style.get('text-decoration-line') ?? ''),
    align: alignOf(style, node, sinaStyle),
    faint: isSmall(style, node) || isGrey(style.get('color') ?? attribute(node, 'color').toLowerCase()),
    hidden: node.properties.hidden === true || node.properties.hidden === '' || style.get('display') === 'none',
  };
}
