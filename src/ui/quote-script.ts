import { addStyles } from './add-styles.ts';
import quoteCss from './quote.css?inline';

// All that passages need which are quoted, and those that somebody has come for.
export { QuoteControl } from './quote-control.tsx';
export { QuotedPlace } from './quoted-place.tsx';

addStyles(quoteCss);
