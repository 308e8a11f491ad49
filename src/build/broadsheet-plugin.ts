import { resolve } from 'node:path';
import type { Plugin, UserConfig, ViteBuilder } from 'vite';
import { type CacheFolders, cacheFolders } from './cache-folders.ts';
import { type KeptBundle, keepBundle, placeKeptBundle } from './kept-bundle.ts';
import { programVersion } from './program-version.ts';
import { orExit, publishSite } from './publish-site.ts';
import { filesOf, readBundle } from './read-bundle.ts';
import { type Environment, readSettings, type Settings } from './settings.ts';
import { stepChunks } from './step-chunks.ts';
import { openWorkshop, type Workshop } from './swap-output.ts';

/**
 * Makes a site of a folder of articles. `vite build` compiles the app and the press, which prints the pages;
 * `vite` serves the same data from the files as they are now.
 */
export function broadsheet(env: Environment = process.env): Plugin {
  let settings: Settings;
  return {
    name: 'broadsheet',
    config(config, { command }) {
      return orExit(() => {
        const root = resolve(config.root ?? process.cwd());
        settings = readSettings(env, root);
        const common: UserConfig = { base: settings.base, appType: 'custom' };
        if (command === 'serve') return common;
        // A shell may say otherwise, and the pages would be printed by a React that the app's script doesn't fit.
        process.env.NODE_ENV = 'production';
        return { ...common, ...buildConfig(settings, root) };
      });
    },
    async configureServer(server) {
      // Loaded through the server, because a build must not pay for what only development needs.
      const module = await server.ssrLoadModule('/src/build/serve-edition.ts');
      const { serveEdition } = module as typeof import('./serve-edition.ts');
      serveEdition(server, settings);
    },
  };
}

/**
 * Packages the press and its workers leave to Node, because bundling them costs memory. Of the others they would open 350 small
 * files each time they start, which takes longer than to compile them.
 */
const LARGE_PACKAGES = ['react', 'react-dom', 'react-router', 'pinyin-pro', 'lowlight', 'highlight.js'];

/** Two compilations with one configuration: the app for browsers, the printer and the press for Node. */
function buildConfig(settings: Settings, root: string): UserConfig {
  const start = Date.now();
  const workshop = openWorkshop(settings.outDir, root);
  return {
    logLevel: 'warn',
    build: {
      outDir: workshop.site,
      emptyOutDir: false,
      cssCodeSplit: false,
      modulePreload: false,
      // How long plugins took on a busy machine is no news for those who build.
      rolldownOptions: { checks: { pluginTimings: false } },
    },
    environments: {
      client: { build: { rolldownOptions: { output: { codeSplitting: { groups: stepChunks(root) } } } } },
      ssr: {
        resolve: { noExternal: true, external: LARGE_PACKAGES },
        build: {
          outDir: workshop.tools,
          copyPublicDir: false,
          emitAssets: false,
          minify: false,
          rolldownOptions: {
            checks: { pluginTimings: false },
            input: ['src/print.tsx', ...['press', 'press-worker', 'rebuild'].map((name) => `src/build/${name}.ts`)],
            output: { entryFileNames: '[name].js' },
          },
        },
      },
    },
    builder: {
      sharedConfigBuild: true,
      sharedPlugins: true,
      buildApp: (builder) => buildApp(builder, settings, workshop, start),
    },
  };
}

async function buildApp(builder: ViteBuilder, settings: Settings, workshop: Workshop, start: number): Promise<void> {
  const { root, mode } = builder.config;
  const cache = cacheFolders(root, settings, programVersion(root, mode));
  await publishSite({ settings, cache, workshop, start }, async () => {
    const kept = placeKeptBundle(cache.bundle, workshop.site);
    if (kept === null) return compile(builder, settings, workshop, cache);
    // Vite builds everything itself where it believes that nothing was built.
    for (const environment of Object.values(builder.environments)) environment.isBuilt = true;
    return kept;
  });
}

async function compile(
  builder: ViteBuilder,
  settings: Settings,
  { site, tools }: Workshop,
  cache: CacheFolders,
): Promise<KeptBundle> {
  const { client, ssr } = builder.environments;
  if (client === undefined || ssr === undefined) throw new Error('Vite gave no client or no ssr environment');
  const bundle = readBundle(await builder.build(client), site, settings);
  const toolFiles = filesOf(await builder.build(ssr)).map(({ fileName }) => fileName);
  keepBundle(cache.bundle, { bundle, publicDir: builder.config.publicDir }, { site, tools, toolFiles });
  return { bundle, tools };
}
