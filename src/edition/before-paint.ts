import { SETTINGS_KEY, styleTable, themeColors } from './setting-table.ts';

/** Where places in articles are stored, and what stands in the stored text where there is one. */
export const PLACES_KEY = 'broadsheet.places';
export const SOME_PLACE = /\[\{/;

/** Only what differs from a printed page is said of it. Settings are stored in JSON: `"theme":"dark"`. */
const spoken = Object.entries(styleTable)
  .map(([name, [, ...others]]) => `${name}":"${others.length > 1 ? `(?:${others.join('|')})` : others[0]}`)
  .join('|');

const colors = Object.entries(themeColors).map(([theme, color]) => `${theme}:'${color}'`);

/**
 * The one script that stands in the pages themselves: it tells the style sheet the reader's settings (`data-pictures="tap"`
 * on `<html>`, and a chosen theme in the `<meta>`s before it) before anything is painted or asked for. The content security
 * policy knows it by its sum. Where nothing is stored, or nothing may be read, the page stays as it was printed. A list whose
 * address filters it (list-query.ts) is about to be another: it is hidden meanwhile. One that isn't has room for articles that
 * were left in the middle (`data-started`), where there are any. A page that is opened at its top says so (`data-opening`) until
 * the app comes: what can't be in the window need not be set before the first paint. Only the navigation's own name tells of a
 * passage the browser is to go to (`#:~:text=`). Nothing here fails where nothing is stored: an error thrown takes longer than
 * all the rest.
 */
export const beforePaintScript = [
  `var d=document,s=d.documentElement.dataset,q=location.search,l,c;`,
  `try{l=localStorage;if(!q&&${SOME_PLACE}.test(l['${PLACES_KEY}']))s.started='';`,
  `(l['${SETTINGS_KEY}']||'').replace(/"(${spoken})"/g,(m,x)=>{[m,x]=x.split('":"');s[m]=x});`,
  `if(c={${colors}}[s.theme])d.querySelectorAll('[name=theme-color]').forEach(m=>m.content=c);`,
  // `navigate`; the others are `reload`, `back_forward` and `prerender`.
  `l=performance.getEntriesByType('navigation')[0];if(l.type[0]=='n'&&!/#./.test(l.name))s.opening=''}catch{}`,
  `if(/[?&](-?c|src|q|from|to|is|sort)=/.test(q))s.finding=''`,
].join('');
