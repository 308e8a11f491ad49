import { createBrowserRouter, type DataRouteObject } from 'react-router';

export interface RehearsalOptions {
  readonly routes: DataRouteObject[];
  readonly base: string;
  /** What the page that is open was loaded with, by route. */
  readonly loaderData: Readonly<Record<string, unknown>>;
}

/** As much of a window as a router needs to go somewhere, and nothing that leads anybody there. */
function standInWindow(): Window {
  const window = {
    document,
    location: new URL(document.location.href),
    history: { state: { idx: 0 }, pushState() {}, replaceState() {} },
    addEventListener() {},
    removeEventListener() {},
  };
  return window as unknown as Window;
}

/**
 * Goes to a page once where nobody sees it, by a router of its own: what it does for the first time takes a browser twice as
 * long, and whoever clicks waits for it.
 * @param path without the base
 */
export async function rehearseRoute(path: string, { routes, base, loaderData }: RehearsalOptions): Promise<void> {
  const options = { basename: base, hydrationData: { loaderData }, window: standInWindow() };
  const router = createBrowserRouter(routes, options);
  try {
    await router.navigate(path, { state: null });
  } finally {
    router.dispose();
  }
}
