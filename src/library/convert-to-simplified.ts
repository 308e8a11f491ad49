import { ConverterFactory } from 'opencc-js/core';
import toSimple from 'opencc-js/to/cn';

/** Traditional characters, of whatever region, → simplified ones. */
export const toSimplified = ConverterFactory(toSimple);
