import { addStyles } from './add-styles.ts';
import placeCss from './reading-place.css?inline';

export { ReadingPlace } from './reading-place.tsx';

addStyles(placeCss);
