import { nextTask } from './library/next-task.ts';
import { isPlainPlace } from './library/page-itself.ts';
import { setWhole } from './library/set-whole.ts';
import { whenIdle } from './library/when-idle.ts';
import './ui/tokens.css';
import './ui/page.css';
import './ui/list.css';
import './ui/print.css';

// One step after another: evaluated and run at once, all this keeps a slow phone from answering for a quarter of a second.
async function start(root: HTMLElement): Promise<void> {
  const renderer = await import('./ui/renderer.ts');
  await nextTask();
  const { startApp } = await import('./app.tsx');
  await nextTask();
  await startApp(root, renderer);
}

void whenIdle().then(setWhole);

const root = document.getElementById('root');
if (root && !(root.hasChildNodes() && isPlainPlace())) await start(root);
