/**
 * The grammars of .4 to 2.8 KB that other texts than programs are full of: settings, data, markup, commands. In one file, of 6 KB
 * compressed, because some hosts count files.
 */
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
