import { SETTINGS_KEY, styleTable, themeColors } from './setting-table.ts';

/** Where places in articles are stored, and what stands in the stored text where there is one. */
export const PLACES_KEY = 'broadsheet.places';
export const SOME_PLACE = /\[\{/;

/** Only what differs from a printed page is said of it. */
const spoken = Object.fromEntries(Object.entries(styleTable).map(([name, [, ...others]]) => [name, others]));

/**
 * The one script that stands in the pages themselves: it tells the style sheet the reader's settings (`data-pictures="tap"`
 * on `<html>`, and a chosen theme in the `<meta>`s before it) before anything is painted or asked for. The content security
 * policy knows it by its sum. Where nothing is stored, or nothing may be read, the page stays as it was printed. A list whose
 * address filters it (list-query.ts) is about to be another: it is hidden meanwhile. One that isn't has room for articles that
 * were left in the middle (`data-started`), where there are any.
 */
export const beforePaintScript = `var s=document.documentElement.dataset;try{if(!location.search&&${SOME_PLACE}.test(localStorage[${JSON.stringify(PLACES_KEY)}]))s.started='';var d=JSON.parse(localStorage.getItem(${JSON.stringify(SETTINGS_KEY)})).data,t=${JSON.stringify(spoken)},n,c;for(n in t)if(t[n].indexOf(d[n])>=0)s[n]=d[n];if(c=${JSON.stringify(themeColors)}[s.theme])document.querySelectorAll('[name=theme-color]').forEach(function(m){m.content=c})}catch(e){}if(/[?&](-?c|src|q|from|to|is|sort)=/.test(location.search))s.finding=''`;
