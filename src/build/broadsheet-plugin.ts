import { dirname, join, resolve, sep } from 'node:path';
import type { Plugin, UserConfig, ViteBuilder } from 'vite';
import { WORKER_FILE } from '../edition/shell-files.ts';
import { type CacheFolders, cacheFolders } from './cache-folders.ts';
import { type KeptBundle, keepBundle, placeKeptBundle } from './kept-bundle.ts';
import { programVersion } from './program-version.ts';
import { orExit, publishSite } from './publish-site.ts';
import { filesOf, readBundle } from './read-bundle.ts';
import { type Environment, readSettings, type Settings } from './settings.ts';
import { stepChunks } from './step-chunks.ts';
import { openWorkshop, SITE_PREFIX, type Workshop } from './swap-output.ts';
import { workerModule } from './worker-module.ts';

/**
 * Makes a site of a folder of articles. `vite build` compiles the app and the press, which prints the pages;
 * `vite` serves the same data from the files as they are now.
 */
export function broadsheet(env: Environment = process.env): Plugin {
  let settings: Settings;
  const worker = workerModule();
  return {
    name: 'broadsheet',
    resolveId: worker.resolveId,
    load: worker.load,
    config(config, { command }) {
      return orExit(() => {
        const root = resolve(config.root ?? process.cwd());
        settings = readSettings(env, root);
        const common: UserConfig = { base: settings.base, appType: 'custom' };
        if (command === 'serve') return { ...common, server: { watch: { ignored: isOutput(settings) } } };
        // A shell may say otherwise, and the pages would be printed by a React that the app's script doesn't fit.
        process.env.NODE_ENV = 'production';
        return { ...common, ...buildConfig(settings, root, worker.setShell) };
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

/** Whether a path lies in the site, or in one that a build is making: tens of thousands of files that nobody edits. */
function isOutput({ outDir }: Settings): (path: string) => boolean {
  const folders = [outDir + sep, join(dirname(outDir), SITE_PREFIX)];
  return (path) => path === outDir || folders.some((folder) => path.startsWith(folder));
}

/**
 * Packages the press and its workers leave to Node, because bundling them costs memory. Of the others they would open 350 small
 * files each time they start, which takes longer than to compile them.
 */
const LARGE_PACKAGES = ['react', 'react-dom', 'react-router', 'pinyin-pro', 'opencc-js', 'lowlight', 'highlight.js'];

type SetShell = ReturnType<typeof workerModule>['setShell'];

/** Three compilations with one configuration: the app for browsers, its service worker, the printer and the press for Node. */
function buildConfig(settings: Settings, root: string, setShell: SetShell): UserConfig {
  const start = Date.now();
  const workshop = openWorkshop(settings.outDir, root);
  return {
    logLevel: 'warn',
    build: {
      outDir: workshop.site,
      emptyOutDir: false,
      cssCodeSplit: false,
      modulePreload: false,
      // The press is large, and so is the dictionary readers may ask for; what else they load is weighed by tests.
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      // How long plugins took on a busy machine is no news for those who build.
      rolldownOptions: { checks: { pluginTimings: false } },
    },
    environments: {
      client: { build: { rolldownOptions: { output: { codeSplitting: { groups: stepChunks(root) } } } } },
      worker: {
        consumer: 'client',
        build: {
          outDir: workshop.site,
          copyPublicDir: false,
          rolldownOptions: {
            checks: { pluginTimings: false },
            input: 'src/worker.ts',
            // Not every browser takes modules for workers; and one file can't be half there.
            output: { format: 'iife', entryFileNames: WORKER_FILE },
          },
        },
      },
      ssr: {
        resolve: { noExternal: true, external: LARGE_PACKAGES },
        build: {
          outDir: workshop.tools,
          copyPublicDir: false,
          emitAssets: false,
          minify: false,
          rolldownOptions: {
            // What the app loads on demand, the press has at hand.
            checks: { pluginTimings: false, ineffectiveDynamicImport: false },
            input: ['src/print.tsx', ...['press', 'press-worker', 'rebuild'].map((name) => `src/build/${name}.ts`)],
            output: { entryFileNames: '[name].js' },
          },
        },
      },
    },
    builder: {
      sharedConfigBuild: true,
      sharedPlugins: true,
      buildApp: (builder) => buildApp(builder, { settings, workshop, start, setShell }),
    },
  };
}

interface BuildTask {
  readonly settings: Settings;
  readonly workshop: Workshop;
  /** When the build began, in milliseconds since 1970. */
  readonly start: number;
  readonly setShell: SetShell;
}

async function buildApp(builder: ViteBuilder, task: BuildTask): Promise<void> {
  const { settings, workshop, start } = task;
  const { root, mode } = builder.config;
  const cache = cacheFolders(root, settings, programVersion(root, mode));
  await publishSite({ root, settings, cache, workshop, start }, async () => {
    const kept = placeKeptBundle(cache.bundle, workshop.site);
    if (kept === null) return compile(builder, task, cache);
    // Vite builds everything itself where it believes that nothing was built.
    for (const environment of Object.values(builder.environments)) environment.isBuilt = true;
    return kept;
  });
}

async function compile(builder: ViteBuilder, task: BuildTask, cache: CacheFolders): Promise<KeptBundle> {
  const { client, worker, ssr } = builder.environments;
  if (!client || !worker || !ssr) throw new Error('Vite lacks one of the environments client, worker and ssr');
  const { site, tools } = task.workshop;
  // The first thing that is said, and for some seconds the last: nobody should wonder.
  process.stdout.write('compiling the app (once for each version of it)\n');
  const bundle = readBundle(await builder.build(client), site, task.settings);
  task.setShell(bundle.shell);
  await builder.build(worker);
  const toolFiles = filesOf(await builder.build(ssr)).map(({ fileName }) => fileName);
  keepBundle(cache.bundle, { bundle, publicDir: builder.config.publicDir }, { site, tools, toolFiles });
  return { bundle, tools };
}
