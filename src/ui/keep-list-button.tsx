import { useState } from 'react';
import { listPath } from '../edition/addresses.ts';
import type { EditionIndex, ListFilter } from '../edition/edition-data.ts';
import { listPlace } from '../edition/list-query.ts';
import { offlineWords } from '../i18n/offline-words.ts';
import type { ListView } from '../library/list-view.ts';
import type { KeptList } from '../offline/offline-settings.ts';
import { KeepListDialog } from './keep-list-dialog.tsx';
import { useOffline } from './offline-reader.ts';
import { useWords } from './use-words.ts';

function nameOf(filter: ListFilter, { categories, sources }: EditionIndex): string | null {
  if (filter.kind === 'category') return categories.find(({ path }) => path === filter.path)?.name ?? null;
  return filter.kind === 'source' ? (sources.find(({ slug }) => slug === filter.slug)?.name ?? null) : null;
}

/** The list as it would be kept; null for one that can't be: a filtered one, or the whole paper. */
function keptListOf({ query, isPlain, edition, facets }: ListView, known: readonly KeptList[]): KeptList | null {
  const filter = listPlace(query);
  const name = isPlain ? nameOf(filter, edition.index) : null;
  if (name === null) return null;
  const path = listPath(filter);
  const total = facets.positions.length;
  const fresh = { done: 0, failed: 0, total, pictures: false, edition: null, state: 'paused' } as const;
  return known.find((list) => list.path === path) ?? { ...fresh, filter, path, name };
}

/** Keeps a category or a source on the device, all of it. */
export function KeepListButton({ view }: { readonly view: ListView }) {
  const words = useWords(offlineWords);
  const offline = useOffline();
  const [open, setOpen] = useState(false);
  const list = offline && offline.state.limit > 0 ? keptListOf(view, offline.state.lists) : null;
  if (!offline || !list) return null;
  return (
    <>
      <button type="button" className="keep-list" onClick={() => setOpen(true)}>
        {words.keepList}
      </button>
      {open && <KeepListDialog list={list} offline={offline} onClose={() => setOpen(false)} />}
    </>
  );
}
