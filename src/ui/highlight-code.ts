import { codeLanguage } from '../library/code-languages.ts';
import { codeTokens, learnLanguage } from '../library/code-tokens.ts';
import { nextTask } from '../library/next-task.ts';
import { sureLanguage } from '../library/sure-language.ts';
import { addStyles } from './add-styles.ts';
import codeCss from './code.css?inline';

addStyles(codeCss);

/**
 * Longer blocks are logs and data mostly. The grammars take time by the square of some texts (a word of thousands of letters): 0.5 s
 * for the worst that was found of this length.
 */
const LONGEST = 8000;

/** A block that took longer, in milliseconds, is the last of its page: such blocks seldom come alone. */
const SLOW = 100;

/** Blocks are coloured before they come into sight. */
const MARGIN = '50% 0px';

/** Colours that belong to no element: the text stays the one text it is. */
function paint(kind: string, range: AbstractRange): () => void {
  const name = `code-${kind}`;
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, highlight);
  highlight.add(range);
  return () => highlight.delete(range);
}

interface Painted {
  /** The ways back. */
  readonly undo: readonly (() => void)[];
  /** Milliseconds. */
  readonly took: number;
}

const nothing: Painted = { undo: [], took: 0 };

/** Colours a block; nothing is done where its language is not sure. */
async function paintBlock(code: HTMLElement): Promise<Painted> {
  const text = code.firstChild;
  if (!(text instanceof Text) || code.childNodes.length !== 1 || text.length > LONGEST) return nothing;
  const language = codeLanguage(code.dataset.language ?? sureLanguage(text.data));
  if (language === null) return nothing;
  await learnLanguage(language);
  const start = performance.now();
  const undo = codeTokens(text.data, language).map(({ kind, start: startOffset, end: endOffset }) =>
    paint(kind, new StaticRange({ startContainer: text, startOffset, endContainer: text, endOffset })),
  );
  return { undo, took: performance.now() - start };
}

/** Colours the code in an element as it comes into sight; returns the way back. */
export function highlightCode(within: Element): () => void {
  const undo: (() => void)[] = [];
  let isOver = false;
  let last = Promise.resolve();
  const clear = () => {
    for (const back of undo.splice(0)) back();
  };
  const paintNext = async (code: HTMLElement): Promise<void> => {
    await nextTask();
    if (isOver) return;
    const { undo: made, took } = await paintBlock(code);
    undo.push(...made);
    if (took > SLOW) watch.disconnect();
    isOver ||= took > SLOW;
  };
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting || !(target instanceof HTMLElement)) continue;
        watch.unobserve(target);
        // One after another. Code that can't be coloured is read as it is.
        last = last.then(() => paintNext(target)).catch(() => {});
      }
    },
    { rootMargin: MARGIN },
  );
  for (const code of within.querySelectorAll('pre > code')) watch.observe(code);
  return () => {
    isOver = true;
    watch.disconnect();
    void last.then(clear);
    clear();
  };
}
