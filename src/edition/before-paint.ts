import { SETTINGS_KEY, settingTable } from './setting-table.ts';

/** Only what differs from a printed page is said of it. */
const spoken = Object.fromEntries(Object.entries(settingTable).map(([name, [, ...others]]) => [name, others]));

/**
 * The one script that stands in the pages themselves: it tells the style sheet the reader's settings (`data-pictures="tap"`
 * on `<html>`) before anything is painted or asked for. The content security policy knows it by its sum. Where nothing is
 * stored, or nothing may be read, the page stays as it was printed. A list whose address filters it (list-query.ts) is about to be another: it
 * is hidden meanwhile.
 */
export const beforePaintScript = `try{var d=JSON.parse(localStorage.getItem(${JSON.stringify(SETTINGS_KEY)})).data,t=${JSON.stringify(spoken)},n;for(n in t)if(t[n].indexOf(d[n])>=0)document.documentElement.dataset[n]=d[n]}catch(e){}if(/[?&](-?c|src|q|from|to|is|sort)=/.test(location.search))document.documentElement.dataset.finding=''`;
