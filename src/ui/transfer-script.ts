import { addStyles } from './add-styles.ts';
import transferCss from './transfer.css?inline';

// All that taking one's records along needs.
export { TakeHandOff } from './take-hand-off.tsx';
export { TransferDialog } from './transfer-dialog.tsx';

addStyles(transferCss);
