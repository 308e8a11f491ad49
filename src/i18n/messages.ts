import type { Notice, Removed } from '../article/body.ts';
import type { MarkList } from '../edition/edition-data.ts';

export type { Language } from '../edition/interface-language.ts';

/** Every sentence that printed pages may show. A language that lacks one does not compile. */
export interface Messages {
  readonly skipToContent: string;
  readonly allArticles: string;
  readonly articles: string;
  readonly categories: string;
  readonly sources: string;
  readonly about: string;
  readonly articleCount: (count: string) => string;
  readonly unknownDate: string;
  readonly justNow: string;
  readonly readingTime: (minutes: number) => string;
  readonly close: string;
  readonly search: string;
  readonly loading: string;
  readonly filters: string;
  readonly filtersFailed: string;
  readonly save: string;
  readonly saved: string;
  /** The pages of what the reader has saved and read: their names, what they say to everybody, and what where nothing can be listed. */
  readonly markLists: Readonly<Record<MarkList, string>>;
  readonly marksNote: string;
  /** The shelf of articles that were left in the middle. */
  readonly continueReading: string;
  readonly marksNeedScript: string;
  readonly emptyList: string;
  readonly listIncomplete: string;
  readonly retry: string;
  readonly pictureFailed: string;
  readonly openOriginalPicture: string;
  readonly picture: string;
  /** Of a picture whose host (may be '') has not answered for long. */
  readonly pictureLate: (host: string) => string;
  readonly loadPicture: string;
  readonly loadAllPictures: (count: number) => string;
  /** @param all lists some as the language does */
  readonly picturesFrom: (hosts: readonly string[], more: number, all: (items: readonly string[]) => string) => string;
  readonly settings: string;
  readonly openSettings: string;
  /** The button `Aa`: what it shows, then what it is for. */
  readonly readingSettings: string;
  readonly settingsNote: string;
  readonly settingsFailed: string;
  readonly pictureSettingNote: string;
  readonly table: string;
  readonly code: string;
  readonly playVideo: string;
  readonly embedFrom: (host: string) => string;
  readonly embedNote: string;
  readonly openThere: string;
  readonly editor: string;
  readonly originalTitle: string;
  readonly credit: string;
  readonly originalArticle: string;
  readonly removedCount: (count: number) => string;
  /** What stands above a text that is not shown as it was written. */
  readonly notices: Readonly<Record<Notice, string>>;
  readonly removedNote: string;
  readonly removedKinds: Readonly<Record<Removed['kind'], string>>;
  readonly newerArticle: string;
  readonly olderArticle: string;
  readonly moreArticles: string;
  /** What stands below an article: copies of it, related ones. */
  readonly moreStories: string;
  readonly relatedStories: string;
  /** Others tell the story in nearly the same words. */
  readonly sameStory: (count: string) => string;
  readonly olderArticles: string;
  readonly newerArticles: string;
  /** A page of older articles; pages are numbered from the oldest. */
  readonly archivePage: (number: number) => string;
  readonly share: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly copyFailed: string;
  readonly notFound: string;
  readonly notFoundNote: string;
  readonly backToHome: string;
  readonly pageFailed: string;
  readonly pageFailedNote: string;
  readonly reload: string;
  readonly openPageItself: string;
  readonly aboutText: (count: string, sources: string) => string;
  readonly aboutOrigin: string;
  readonly aboutWithoutScript: string;
}
