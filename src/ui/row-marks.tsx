import { Fragment, type ReactNode, useEffect, useState } from 'react';
import { plainText } from '../article/plain-text.ts';
import type { Row } from '../edition/row.ts';
import { findMarks, holdsAll, snippetOf } from '../edition/search-marks.ts';
import { readSearchQuery } from '../edition/search-query.ts';
import type { EditionStore } from '../library/edition-store.ts';
import { savesData } from '../library/saves-data.ts';
import { whenIdle } from '../library/when-idle.ts';
import { search } from './article-search.ts';
import { useApp } from './reader.tsx';
import type { RowMarks } from './row-view.tsx';

/** A text with what was searched for marked. */
function marked(text: string, words: readonly string[]): ReactNode {
  const marks = findMarks(text, words);
  if (marks.length === 0) return text;
  let last = 0;
  const parts = marks.map(({ start, end }) => {
    const before = text.slice(last, start);
    last = end;
    return (
      <Fragment key={start}>
        {before}
        <mark>{text.slice(start, end)}</mark>
      </Fragment>
    );
  });
  return [...parts, text.slice(last)];
}

/** Texts that are read for one search: what is on screen, no more. */
const MOST_SNIPPETS = 12;
const snippets = new Map<string, string>();
let queue: Promise<unknown> = Promise.resolve();
let asked = { words: '', count: 0 };

async function readSnippet(store: EditionStore, row: Row, position: number, words: readonly string[]) {
  await whenIdle();
  const { loadStory } = await import('./article-script.ts');
  const text = plainText((await loadStory(store, row, position)).body.tree);
  return { holds: holdsAll(`${row.title}\n${row.excerpt}\n${text}`, words), snippet: snippetOf(text, words) };
}

/** One after another: the list itself goes first. Null where it is one too many. */
function askForSnippet(store: EditionStore, row: Row, words: readonly string[], typed: string) {
  const position = store.positionOf(row.id);
  if (asked.words !== typed) asked = { words: typed, count: 0 };
  if (position === null || asked.count >= MOST_SNIPPETS || savesData()) return null;
  asked.count += 1;
  const reading = queue.then(async () => {
    // Somebody has typed on while others were read.
    if (asked.words !== typed) return null;
    const { holds, snippet } = await readSnippet(store, row, position, words);
    if (!holds) search.drop(typed, position);
    return snippet;
  });
  queue = reading.catch(() => {});
  return reading;
}

interface ExcerptProps {
  readonly row: Row;
  readonly words: readonly string[];
  readonly typed: string;
}

/** The excerpt where it or the title holds the words, else the piece of the text that does, when it has come. */
function MarkedExcerpt({ row, words, typed }: ExcerptProps) {
  const { store } = useApp();
  const key = `${row.id} ${typed}`;
  const [snippet, setSnippet] = useState<string | null>(snippets.get(key) ?? null);
  const isShown = holdsAll(`${row.title}\n${row.excerpt}`, words);
  useEffect(() => {
    let left = false;
    if (isShown || snippets.has(key) || !store) return;
    askForSnippet(store, row, words, typed)?.then(
      (found) => {
        if (found !== null) snippets.set(key, found);
        if (!left) setSnippet(found);
      },
      () => {},
    );
    return () => {
      left = true;
    };
  }, [key, isShown, row, words, typed, store]);
  return marked(isShown ? row.excerpt : (snippet ?? row.excerpt), words);
}

const known = new Map<string, RowMarks | null>();

/** How rows are marked while these words are searched for; the same for the same words. */
export function rowMarks(typed: string): RowMarks | null {
  const { words } = readSearchQuery(typed);
  const marks: RowMarks | null =
    words.length === 0
      ? null
      : {
          title: (text) => marked(text, words),
          excerpt: (row) => <MarkedExcerpt key={`${row.id} ${typed}`} row={row} words={words} typed={typed} />,
        };
  const found = known.get(typed) ?? marks;
  if (known.size > 50) known.clear();
  known.set(typed, found);
  return found;
}
