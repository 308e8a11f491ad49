/** As much of jsdom as is used here; it brings no types. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html?: string);
    readonly window: Window & { readonly DOMParser: typeof DOMParser };
  }
}
