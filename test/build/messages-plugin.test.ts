import { expect, test } from 'vitest';
import { messagesModule } from '../../src/build/messages-plugin.ts';
import { languages } from '../../src/edition/interface-language.ts';

test.each(languages)('a site in %s holds its own words and knows where the others are', (own) => {
  const module = messagesModule(own);
  const file = (language: string) => `/src/i18n/${language.toLowerCase()}.ts`;
  const found = (pattern: RegExp) => Array.from(module.matchAll(pattern), ([, name]) => name);
  expect(found(/from '([^']+)'/g)).toEqual([file(own)]);
  const others = languages.filter((language) => language !== own).map(file);
  expect(found(/import\('([^']+)'\)/g)).toEqual(others);
});
