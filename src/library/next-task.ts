/** Lets the browser paint and answer before what follows. */
export function nextTask(): Promise<void> {
  return new Promise((done) => {
    setTimeout(done);
  });
}
