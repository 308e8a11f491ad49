import article from './article.css?inline';
import print from './article-print.css?inline';
import moreStories from './more-stories.css?inline';
import pictures from './pictures.css?inline';

/** The class of the `<style>` that holds it. */
export const ARTICLE_SHEET = 'article-sheet';

/** What only articles need: in their pages it is printed, elsewhere it comes with their script. */
export const articleCss = article + pictures + moreStories + print;
