/** What a page tells the worker. */
export type WorkerMessage =
  /** Keep these pictures of an article; answered when that is done. */
  | { readonly kind: 'pictures'; readonly id: string; readonly addresses: readonly string[] }
  /** The reader has a newer edition: see that what is kept fits it, and remove what nobody needs any more. */
  | { readonly kind: 'settle' }
  /** Remove scripts of older programs, if no other page is open that may want them. */
  | { readonly kind: 'tidy' }
  /** To a worker that waits: is this script among your own? Answered with a boolean. */
  | { readonly kind: 'knows'; readonly script: string }
  /** To a worker that waits: take over. With `alone` only where no other page is open. */
  | { readonly kind: 'apply'; readonly alone: boolean };

const PATIENCE_MS = 60_000;

/** Tells the worker something and waits for its answer. @throws where none comes */
export function askWorker(worker: ServiceWorker, message: WorkerMessage): Promise<unknown> {
  return new Promise((done, failed) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => failed(new Error('The worker does not answer.')), PATIENCE_MS);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      port1.close();
      done(data);
    };
    worker.postMessage(message, [port2]);
  });
}
