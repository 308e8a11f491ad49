/** Takes in a style sheet that came with a script: made in this way it needs no place in the pages, nor leave of their policy. */
export function addStyles(text: string): void {
  if (typeof CSSStyleSheet !== 'function' || !('adoptedStyleSheets' in document)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
