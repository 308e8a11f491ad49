import { join } from 'node:path';
import type { Plugin, UserConfig, ViteBuilder } from 'vite';
import { readBundle } from './read-bundle.ts';
import { runBuild } from './run-build.ts';
import { serveEdition } from './serve-edition.ts';
import { DEFAULT_SITE_URL, type Environment, readSettings, type Settings } from './settings.ts';
import { openWorkshop, type Workshop } from './swap-output.ts';
import { UserError } from './user-error.ts';

/**
 * Makes a site of a folder of articles. `vite build` compiles the app and the printer, then prints the pages;
 * `vite` serves the same data from the files as they are now.
 */
export function broadsheet(env: Environment = process.env): Plugin {
  let settings: Settings;
  return {
    name: 'broadsheet',
    config(config, { command }) {
      return orExit(() => {
        settings = readSettings(env, config.root ?? process.cwd());
        const common: UserConfig = { base: settings.base, appType: 'custom' };
        return command === 'serve' ? common : { ...common, ...buildConfig(settings) };
      });
    },
    configureServer(server) {
      serveEdition(server, settings);
    },
  };
}

/** Two compilations with one configuration: the app for browsers, the printer for this process. */
function buildConfig(settings: Settings): UserConfig {
  const start = performance.now();
  const workshop = openWorkshop(settings.outDir);
  return {
    logLevel: 'warn',
    build: { outDir: workshop.site, emptyOutDir: false, cssCodeSplit: false, modulePreload: { polyfill: false } },
    environments: {
      ssr: {
        define: { 'process.env.NODE_ENV': '"production"' },
        // Whole: the output folder may lie where no node_modules is in sight.
        resolve: { noExternal: true },
        build: {
          outDir: workshop.tools,
          copyPublicDir: false,
          emitAssets: false,
          minify: false,
          rolldownOptions: { input: 'src/print.tsx', output: { entryFileNames: 'print.js' } },
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
    const { client, ssr } = builder.environments;
    if (client === undefined || ssr === undefined) throw new Error('Vite gave no client or no ssr environment');
    const output = await builder.build(client);
    await builder.build(ssr);
    const bundle = await readBundle(output, workshop.site, join(workshop.tools, 'print.js'), settings);
    await runBuild(settings, workshop, bundle, start);
    warnOfAddress(settings);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    tellError(error);
    process.exitCode = 1;
  } finally {
    workshop.close();
  }
}

/** A forgotten address makes every shared link and preview point at the builder's own machine. */
function warnOfAddress({ siteUrlGiven }: Settings): void {
  if (siteUrlGiven) return;
  const bold = process.stdout.isTTY ? ['\u001B[1;33m', '\u001B[0m'] : ['', ''];
  const text = `SITE_URL is not set: canonical addresses and previews name ${DEFAULT_SITE_URL}`;
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
