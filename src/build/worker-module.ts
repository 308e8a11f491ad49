import type { ShellFiles } from '../edition/shell-files.ts';

/** As src/worker.ts imports it. */
const NAME = 'virtual:broadsheet-shell';

/** The module that tells the service worker which files the app has been compiled to; those are known after the app is. */
export function workerModule() {
  let shell: ShellFiles | null = null;
  return {
    setShell(files: ShellFiles): void {
      shell = files;
    },
    resolveId: (id: string): string | undefined => (id === NAME ? `\0${NAME}` : undefined),
    load(id: string): string | undefined {
      if (id !== `\0${NAME}`) return undefined;
      if (shell === null) throw new Error('the service worker is compiled after the app');
      return `export const shell = ${JSON.stringify(shell)};`;
    },
  };
}
