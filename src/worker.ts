import { shell } from 'virtual:broadsheet-shell';
import { startWorker } from './offline/start-worker.ts';

declare const self: ServiceWorkerGlobalScope;

startWorker(self, shell);
