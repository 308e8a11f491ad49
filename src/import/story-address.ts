/** Parameters that say who sent a reader, never what is to be read. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|oly_\w+_id|vero_id|spm|wt_mc|ns_mchannel|at_medium|at_campaign|cmpid|ref_src)$/i;
const TRACKING_FRAGMENT = /^#(?:xtor=|utm_|at_medium=|:~:text=|ref=|rss$)/i;

/**
 * A story's address without what was added to count its readers.
 * @param address absolute
 */
export function storyAddress(address: string): string {
  const url = new URL(address);
  const noise = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  if (noise.length > 0) {
    // `searchParams` writes all others anew, `%20` as `+`: only what is taken out may change.
    const kept = url.search
      .slice(1)
      .split('&')
      .filter((part) => !TRACKING.test(part.split('=', 1)[0] ?? ''));
    url.search = kept.join('&');
  }
  if (TRACKING_FRAGMENT.test(url.hash)) url.hash = '';
  return url.href;
}

/** What two addresses of one story share: no scheme, no `www.`, no slash at the end. */
export function addressKey(address: string): string {
  const { host, pathname, search, hash } = new URL(storyAddress(address));
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}${hash}`;
}
