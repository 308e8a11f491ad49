import type { PageData } from './edition-data.ts';

/** What stands before the JSON in every page, to the letter: other pages are searched for it without parsing them. */
export const PAGE_DATA_OPEN = '<script type="application/json" id="page-data">';
export const PAGE_DATA_CLOSE = '</script>';

const unsafe = /[<>&\u2028\u2029]/g;

/** JSON that may stand inside a `<script>`: nothing in it can end the element or open a comment. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replace(unsafe, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The element that carries a page's data to the app. */
export function pageDataScript(data: PageData): string {
  return PAGE_DATA_OPEN + jsonForScript(data) + PAGE_DATA_CLOSE;
}
