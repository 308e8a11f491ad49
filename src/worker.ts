import { shell } from 'virtual:broadsheet-shell';
import { endWorker } from './offline/end-worker.ts';
import { startWorker } from './offline/start-worker.ts';
import { site } from './site.ts';

declare const self: ServiceWorkerGlobalScope;

if (site.offline) startWorker(self, shell);
else endWorker(self);
