import { useEffect } from 'react';

/**
 * Tells browsers, which share a page by its canonical address, that the app shows another page now.
 * @param path the page's own, with the base
 */
export function useCanonical(path: string): void {
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="canonical"]');
    if (link) link.href = new URL(path, link.href).href;
  }, [path]);
}
