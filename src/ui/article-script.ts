import type { Row } from '../edition/row.ts';
import type { EditionStore } from '../library/edition-store.ts';
import { loadBody } from '../library/load-body.ts';
import { addStyles } from './add-styles.ts';
import { ARTICLE_SHEET, articleCss } from './article-sheet.ts';
import type { Story } from './loaded-page.ts';
import { StoryBody } from './story-body.tsx';
import { openingDraft } from './story-draft.ts';

if (!document.querySelector(`style.${ARTICLE_SHEET}`)) addStyles(articleCss);

/** An article's story; with all that only articles need, this module is fetched when the first one is wanted. */
export async function loadStory(store: EditionStore, row: Row, position: number): Promise<Story> {
  return { body: await loadBody(store, row, position), Text: StoryBody };
}

/** The same for one that is about to be opened in the app. */
export async function prepareStory(store: EditionStore, row: Row, position: number): Promise<Story> {
  const story = await loadStory(store, row, position);
  openingDraft(story.body.tree);
  return story;
}
