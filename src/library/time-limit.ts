/** How long anything is waited for of which nobody can say whether it is still coming, in milliseconds. */
const PATIENCE_MS = 20_000;

/** A network that is there and brings nothing: on trains, in lifts, behind a page that asks for a password. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';

  constructor(what: string) {
    super(`${what}: nothing has come for a while.`);
  }
}

/** What a promise brings, if it does in time. @throws Unanswered where it doesn't */
export function within<Value>(promise: Promise<Value>, what: string): Promise<Value> {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Unanswered(what)), PATIENCE_MS);
    promise.then(done, failed).finally(() => clearTimeout(timer));
  });
}
