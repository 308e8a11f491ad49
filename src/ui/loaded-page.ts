import type { ComponentType } from 'react';
import type { Body } from '../article/body.ts';
import type { PageData } from '../edition/edition-data.ts';
import type { Row } from '../edition/row.ts';

export type ListData = Extract<PageData, { readonly kind: 'list' }>;
export type AboutData = Extract<PageData, { readonly kind: 'about' }>;

export interface StoryTextProps {
  readonly row: Row;
  readonly body: Body;
  /** False: as yet only what fills the window. */
  readonly whole?: boolean;
}

/** An article's text with what sets it: both come with the script of articles, which lists don't need. */
export interface Story {
  readonly body: Body;
  readonly Text: ComponentType<StoryTextProps>;
  /** It fits a window, and is drawn at once. */
  readonly isShort?: boolean;
}

/** An article's page with its story: ready when printed or reached in the app, a promise while a page is taken over. */
export type ArticleData = Extract<PageData, { readonly kind: 'article' }> & { readonly story: Story | Promise<Story> };

/** The page for "no network"; what it shows is fetched by itself, because hardly anybody ever sees it. */
export interface OfflineData {
  readonly kind: 'offline';
  readonly Page: ComponentType;
}

/** What a route's component is given. */
export type LoadedPage = Exclude<PageData, { readonly kind: 'article' | 'offline' }> | ArticleData | OfflineData;
