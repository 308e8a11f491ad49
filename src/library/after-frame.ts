/** Resolves when what the document holds now has been drawn: for what readers don't see. In a page that isn't looked at it waits. */
export function afterFrame(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
  });
}
