import { join, resolve } from 'node:path';
import type { Plugin, UserConfig, ViteBuilder } from 'vite';
import { type CacheFolders, cacheFolders } from './cache-folders.ts';
import { type KeptBundle, keepBundle, placeKeptBundle } from './kept-bundle.ts';
import { programVersion } from './program-version.ts';
import { filesOf, readBundle } from './read-bundle.ts';
import { DEFAULT_SITE_URL, type Environment, readSettings, type Settings } from './settings.ts';
import { leavePages } from './spare-pages.ts';
import { startPress } from './start-press.ts';
import { stepChunks } from './step-chunks.ts';
import { openWorkshop, type Workshop } from './swap-output.ts';
import { UserError } from './user-error.ts';

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
        // Node reads packages itself: bundling them costs 80 MB and makes nothing faster.
        resolve: { external: true },
        build: {
          outDir: workshop.tools,
          copyPublicDir: false,
          emitAssets: false,
          minify: false,
          rolldownOptions: {
            checks: { pluginTimings: false },
            input: ['src/print.tsx', 'src/build/press.ts', 'src/build/press-worker.ts'],
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
  try {
    const { root, mode, publicDir } = builder.config;
    const cache = cacheFolders(root, settings, programVersion(root, mode));
    const kept = placeKeptBundle(cache.bundle, workshop.site, publicDir);
    // Vite builds everything itself where it believes that nothing was built.
    if (kept !== null) for (const environment of Object.values(builder.environments)) environment.isBuilt = true;
    const { bundle, tools } = kept ?? (await compile(builder, settings, workshop, cache));
    const tool = (name: string) => join(tools, `${name}.js`);
    const { frame, modulePreloads } = bundle;
    const summary = await startPress(tool('press'), {
      ...{ settings, cache, start, modulePreloads },
      frame: { ...frame, siteUrl: settings.siteUrl },
      folder: workshop.site,
      printer: tool('print'),
      worker: tool('press-worker'),
    });
    workshop.publish();
    leavePages(workshop.old, cache.edition);
    process.stdout.write(`${summary}\n`);
    warnOfAddress(settings);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    tellError(error);
    process.exitCode = 1;
  } finally {
    workshop.close();
  }
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
  keepBundle(cache.bundle, bundle, site, tools, toolFiles);
  return { bundle, tools };
}

/** A forgotten address makes every shared link and preview point at the builder's own machine. */
function warnOfAddress({ siteUrlGiven }: Settings): void {
  if (siteUrlGiven) return;
  const bold = process.stdout.isTTY ? ['\u001B[1;33m', '\u001B[0m'] : ['', ''];
  const text = `SITE_URL is not set: shared links, previews, feeds and the sitemap name ${DEFAULT_SITE_URL}`;
  process.stdout.write(
    `${bold[0]}warning: ${text}\n         Before publishing: SITE_URL=https://your.host npm run build${bold[1]}\n`,
  );
}

/** Vite would print a stack trace, which helps nobody whose folder is misspelt. */
function orExit<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    tellError(error);
    process.exit(1);
  }
}

function tellError(error: UserError): void {
  process.stderr.write(`error: ${error.message}\n`);
}
