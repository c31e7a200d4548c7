/** Code that few pages need, put into a page only when it is asked for; built beside the scripts of the CRMs. */
export const DOCKING_SCRIPT = 'parts/docking.js';
export const CARD_SCRIPT = 'parts/card.js';
export const PICKER_SCRIPT = 'parts/picker.js';
