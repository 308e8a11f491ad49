import type { Properties } from 'hast';
import { gateList, propertyName } from './gate-list.ts';

const NUMBERS = new Set(['border', 'colspan', 'height', 'rowspan', 'size', 'start', 'width']);

const names = new Map(gateList.attributes.map((attribute) => [attribute, propertyName(attribute)]));

/** The property an attribute of the gate's list becomes; undefined for any other attribute. */
export function gateProperty(attribute: string): string | undefined {
  return names.get(attribute);
}

/** A value as hast has it: lists of classes, numbers where an attribute means a number and says one. */
export function gateValue(attribute: string, value: string): Properties[string] {
  if (attribute === 'class') return value.split(/[ \t\n\r\f]+/).filter((name) => name !== '');
  if (attribute === 'hidden') return value === '' || value.toLowerCase() === 'hidden' ? true : value;
  return NUMBERS.has(attribute) && value !== '' && !Number.isNaN(Number(value)) ? Number(value) : value;
}
