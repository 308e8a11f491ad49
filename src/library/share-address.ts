/** The builder's own machine: what a build names where nobody has said where the site will live. */
const OWN_MACHINE = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/**
 * The address of a page of ours for others: on the host the site says is its own, so that a preview or a mirror hands on the
 * real one; where the site was never told, on the host it was read from.
 * @param path the page's, with the base
 */
export function shareAddress(path: string): string {
  const canonical = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
  const { hostname, origin } = new URL(canonical?.href ?? window.location.href);
  return new URL(path, OWN_MACHINE.test(hostname) ? window.location.origin : origin).href;
}
