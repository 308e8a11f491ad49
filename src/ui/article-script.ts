import type { RootContent } from 'hast';
import type { Row } from '../edition/row.ts';
import type { EditionStore } from '../library/edition-store.ts';
import { loadBody } from '../library/load-body.ts';
import { addStyles } from './add-styles.ts';
import { ARTICLE_SHEET, articleCss } from './article-sheet.ts';
import type { ArticleData, Story } from './loaded-page.ts';
import { StoryBody } from './story-body.tsx';
import { openingDraft } from './story-draft.ts';

// Only an article is rehearsed.
export { rehearseRoute } from './rehearse-route.ts';

if (!document.querySelector(`style.${ARTICLE_SHEET}`)) addStyles(articleCss);

/** An article's story; with all that only articles need, this module is fetched when the first one is wanted. */
export async function loadStory(store: EditionStore, row: Row, position: number): Promise<Story> {
  return { body: await loadBody(store, row, position), Text: StoryBody };
}

/** The same for one that is about to be opened in the app. */
export async function prepareStory(store: EditionStore, row: Row, position: number): Promise<Story> {
  const story = await loadStory(store, row, position);
  const { opening, tree } = openingDraft(story.body.tree);
  return { ...story, isShort: opening === tree };
}

/** Nothing but words. */
const isPlainParagraph = (node: RootContent) =>
  node.type === 'element' && node.tagName === 'p' && node.children.every(({ type }) => type === 'text');

/** What of an article is drawn before the first one is opened (rehearsed-page.ts). Pictures would be asked for. */
export function rehearsalOf({ row, story, ...page }: ArticleData): ArticleData {
  if (story instanceof Promise) throw new Error('An article can be rehearsed when it is ready.');
  const { opening } = openingDraft(story.body.tree);
  const tree = { ...opening, children: opening.children.filter(isPlainParagraph) };
  return { ...page, row: { ...row, cover: null }, story: { ...story, body: { ...story.body, tree } } };
}
