import { homePath, savedPath, searchMark, withBase } from '../edition/addresses.ts';
import { themeColors } from '../edition/setting-table.ts';
import { siteSpeech } from '../i18n/speech.ts';
import { site } from '../site.ts';

const { messages } = siteSpeech;

/** Drawn from public/favicon.svg by test/bench/draw-icons.js. */
const ICONS = [
  { file: 'icon-192.png', sizes: '192x192', purpose: 'any' },
  { file: 'icon-512.png', sizes: '512x512', purpose: 'any' },
  { file: 'icon-maskable-512.png', sizes: '512x512', purpose: 'maskable' },
] as const;

/**
 * `manifest.webmanifest`: what a device that installs the paper puts on its screen.
 * @param base begins and ends with `/`
 */
export function webManifest(base: string): string {
  const address = (path: string) => withBase(base, path);
  const home = address(homePath);
  const manifest = {
    ...{ id: home, start_url: home, scope: home },
    ...{ name: site.name, short_name: site.name, description: site.description, lang: site.lang },
    display: 'standalone',
    background_color: themeColors.light,
    theme_color: themeColors.light,
    categories: ['news'],
    icons: ICONS.map(({ file, ...icon }) => ({ src: address(`/${file}`), type: 'image/png', ...icon })),
    shortcuts: [
      { name: messages.markLists.saved, url: address(savedPath) },
      { name: messages.search, url: `${home}#${searchMark}` },
      { name: messages.allArticles, url: home },
    ],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
