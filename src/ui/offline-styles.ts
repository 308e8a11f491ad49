import { addStyles } from './add-styles.ts';
import offlineCss from './offline.css?inline';

addStyles(offlineCss);
