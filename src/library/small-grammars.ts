/** Grammars of one or two kilobytes, in one file: hosts count files, and 12 of them take about what one large grammar takes. */
export { default as bash } from 'highlight.js/lib/languages/bash';
export { default as diff } from 'highlight.js/lib/languages/diff';
export { default as dockerfile } from 'highlight.js/lib/languages/dockerfile';
export { default as go } from 'highlight.js/lib/languages/go';
export { default as ini } from 'highlight.js/lib/languages/ini';
export { default as json } from 'highlight.js/lib/languages/json';
export { default as lua } from 'highlight.js/lib/languages/lua';
export { default as makefile } from 'highlight.js/lib/languages/makefile';
export { default as markdown } from 'highlight.js/lib/languages/markdown';
export { default as nginx } from 'highlight.js/lib/languages/nginx';
export { default as xml } from 'highlight.js/lib/languages/xml';
export { default as yaml } from 'highlight.js/lib/languages/yaml';
