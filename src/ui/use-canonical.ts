import { shareAddress } from '../library/share-address.ts';
import { useAfterFrame } from './use-after-frame.ts';

/** Where a page's address stands for paper, after everything else. */
export const PAGE_ADDRESS = 'page-address';

/**
 * Tells browsers, which share a page by its canonical address, and paper, that the app shows another page now.
 * @param path the page's own, with the base
 */
export function useCanonical(path: string): void {
  useAfterFrame(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
    if (link) link.href = new URL(path, link.href).href;
    const address = document.querySelector(`.${PAGE_ADDRESS} span`);
    if (address) address.textContent = shareAddress(path);
  }, path);
}
