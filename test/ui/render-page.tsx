import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import type { EditionStore } from '../../src/library/edition-store.ts';
import { createReader, ReaderProvider } from '../../src/ui/reader.tsx';

/** Renders a component as a page of a site below `/news/`. */
export function renderPage(children: ReactNode, store: EditionStore | null = null) {
  const router = createMemoryRouter([{ path: '*', element: children }], {
    basename: '/news/',
    initialEntries: ['/news/'],
  });
  return render(
    <ReaderProvider value={createReader('/news/', store)}>
      <RouterProvider router={router} />
    </ReaderProvider>,
  );
}
