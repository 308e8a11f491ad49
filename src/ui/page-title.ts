import type { ArchiveData } from '../edition/archive.ts';
import type { PageData } from '../edition/edition-data.ts';
import type { Named } from '../edition/row.ts';
import type { Messages } from '../i18n/messages.ts';
import { site } from '../site.ts';

/** A list's name, a category's from the inside out: `灯塔 · 海岸`. Empty for the list of everything. */
export function listHeading(names: readonly Named[]): string {
  return names
    .map((level) => level.name)
    .reverse()
    .join(' · ');
}

/** The heading of a page, without the site's name. Empty for the home page. */
export function pageHeading(data: PageData | ArchiveData, messages: Messages): string {
  switch (data.kind) {
    case 'list':
      return listHeading(data.names);
    case 'archive':
      return [listHeading(data.names), messages.archivePage(data.number)].filter(Boolean).join(' · ');
    case 'article':
      return data.row.title;
    case 'marks':
      return messages.markLists[data.list];
    case 'about':
      return messages.about;
    case 'not-found':
      return messages.notFound;
    case 'offline':
      // It stands in for pages that have titles of their own.
      return '';
  }
}

/** What stands in the window's title: the heading, what a filtered list shows besides, and the site's name. */
export function pageTitle(data: PageData | ArchiveData, messages: Messages, more = ''): string {
  const heading = [pageHeading(data, messages), more].filter(Boolean).join(' · ');
  return heading === '' ? site.name : `${heading} - ${site.name}`;
}

/**
 * The language of what a page shows.
 * @param lang of the interface, which an article's page has for its frame only
 */
export function pageLanguage(data: PageData | ArchiveData, lang: string): string {
  return data.kind === 'article' ? data.row.lang : lang;
}
