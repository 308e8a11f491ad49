/** Made by src/build/messages-plugin.ts: the words of the site's own language, and the ways to those of the others. */
declare module 'virtual:messages' {
  import type { Language } from '../edition/interface-language.ts';
  import type { Messages } from './messages.ts';

  export const messages: Messages;
  export const others: Readonly<Partial<Record<Language, () => Promise<{ readonly messages: Messages }>>>>;
}
