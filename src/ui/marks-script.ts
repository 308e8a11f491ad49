import { addStyles } from './add-styles.ts';
import marksCss from './marks.css?inline';

// All that the reader's own lists need and other pages don't.
export { MarkedArticles } from './marked-articles.tsx';

addStyles(marksCss);
