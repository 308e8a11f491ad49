import type { Body } from '../article/body.ts';
import type { PageData } from '../edition/edition-data.ts';

export type ListData = Extract<PageData, { readonly kind: 'list' }>;
export type AboutData = Extract<PageData, { readonly kind: 'about' }>;

/** An article's page with its body: ready when printed or reached in the app, a promise while a page is taken over. */
export type ArticleData = Extract<PageData, { readonly kind: 'article' }> & { readonly body: Body | Promise<Body> };

/** What a route's component is given. */
export type LoadedPage = Exclude<PageData, { readonly kind: 'article' }> | ArticleData;
