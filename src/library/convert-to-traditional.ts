import { ConverterFactory } from 'opencc-js/core';
import simplifiedTo from 'opencc-js/from/cn';
import toTaiwan from 'opencc-js/to/tw';

/** Simplified characters → the traditional ones that are usual in Taiwan. */
export const toTraditional = ConverterFactory(simplifiedTo, toTaiwan);
