import type { Rolldown } from 'vite';

/**
 * Puts what each step of the app's start (main.tsx) is made of into one file: what the entry imports, then the part of React
 * that draws, then all the rest. By itself the bundler parts these by what the parts that come later share: into a dozen
 * files, into more with each such part, and small files compress badly.
 * @param root the project's folder
 */
export function stepChunks(root: string): Rolldown.CodeSplittingGroup[] {
  const source = `${root.replaceAll('\\', '/')}/src/`;
  // A group brings along what its modules import, unless one that comes before has it.
  const step = (name: string, module: string, priority: number): Rolldown.CodeSplittingGroup => {
    return { name, priority, test: (id) => id === source + module };
  };
  return [
    {
      name: (id, graph) => (graph.getModuleInfo(`${source}main.tsx`)?.importedIds.includes(id) ? 'start' : null),
      priority: 3,
    },
    step('renderer', 'ui/renderer.ts', 2),
    step('app', 'app.tsx', 1),
  ];
}
