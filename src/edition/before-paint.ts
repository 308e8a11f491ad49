import { SETTINGS_KEY, styleTable, themeColors } from './setting-table.ts';

/** Where places in articles are stored, and what stands in the stored text where there is one. */
export const PLACES_KEY = 'broadsheet.places';
export const SOME_PLACE = /\[\{/;

/** Only what differs from a printed page is said of it. Settings are stored in JSON: `"theme":"dark"`. */
const spoken = Object.entries(styleTable)
  .map(([name, [, ...others]]) => `${name}":"(?:${others.join('|')})`)
  .join('|');

/**
 * The one script that stands in the pages themselves: it tells the style sheet the reader's settings (`data-pictures="tap"`
 * on `<html>`, and a chosen theme in the `<meta>`s before it) before anything is painted or asked for. The content security
 * policy knows it by its sum. Where nothing is stored, or nothing may be read, the page stays as it was printed. A list whose
 * address filters it (list-query.ts) is about to be another: it is hidden meanwhile. One that isn't has room for articles that
 * were left in the middle (`data-started`), where there are any. A page that is opened at its top says so (`data-opening`) until
 * the app comes: what can't be in the window need not be set before the first paint. Nothing here fails where nothing is
 * stored: an error thrown takes longer than all the rest.
 */
export const beforePaintScript = [
  `var s=document.documentElement.dataset,q=location.search,l,c;`,
  `if(!location.hash&&!performance.navigation?.type)s.opening='';`,
  `try{l=localStorage;if(!q&&${SOME_PLACE}.test(l[${JSON.stringify(PLACES_KEY)}]))s.started='';`,
  `(l[${JSON.stringify(SETTINGS_KEY)}]||'').replace(/"(${spoken})"/g,(m,x)=>{x=x.split('":"');s[x[0]]=x[1]});`,
  `if(c=${JSON.stringify(themeColors)}[s.theme])`,
  `document.querySelectorAll('[name=theme-color]').forEach(m=>m.content=c)}catch(e){}`,
  `if(/[?&](-?c|src|q|from|to|is|sort)=/.test(q))s.finding=''`,
].join('');
