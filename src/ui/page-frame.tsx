import type { MouseEvent, ReactNode } from 'react';
import { aboutPath, historyPath, homePath, savedPath } from '../edition/addresses.ts';
import type { ListFilter } from '../edition/edition-data.ts';
import { site } from '../site.ts';
import { useReader } from './reader.tsx';
import { SearchField } from './search-field.tsx';
import { SettingsLink } from './settings-link.tsx';
import { SiteLink } from './site-link.tsx';

export interface PageFrameProps {
  /** The front page and lists open with the whole masthead, everything else with one line. */
  readonly masthead: 'full' | 'small';
  /** The edition's day, below the name of a whole masthead. */
  readonly dateLine?: string | undefined;
  /** The list that is searched; where there is none, all articles are. */
  readonly place?: ListFilter;
  /** The id of what one skips to, where more than the masthead stands before it. */
  readonly content?: string;
  readonly children: ReactNode;
}

/**
 * Past what stands before the content, in the same entry of the history: a browser that follows the link opens one the router
 * has not numbered, and keys would not find the way back to it.
 */
function skipTo(event: MouseEvent, content: string): void {
  event.preventDefault();
  const target = document.getElementById(content);
  target?.focus({ preventScroll: true });
  target?.scrollIntoView();
}

/** What stands round every page: the newspaper's name above, the imprint below. */
export function PageFrame({ masthead, dateLine, place, content = 'main', children }: PageFrameProps) {
  const { messages } = useReader();
  return (
    <>
      <a className="skip" href={`#${content}`} onClick={(event) => skipTo(event, content)}>
        {messages.skipToContent}
      </a>
      <header className={`masthead ${masthead}`}>
        <p className="name">
          <SiteLink to={homePath}>{site.name}</SiteLink>
        </p>
        <SearchField place={place ?? null} />
        <p className="own-lists">
          <SiteLink to={savedPath}>{messages.markLists.saved}</SiteLink>
          <SiteLink to={historyPath}>{messages.markLists.history}</SiteLink>
        </p>
        <p className="aa">
          <SettingsLink label={messages.readingSettings}>Aa</SettingsLink>
        </p>
        {masthead === 'full' && (
          <p className="date-line">
            <span>{dateLine}</span>
            <span>{site.description}</span>
          </p>
        )}
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="imprint">
        <p>
          <SiteLink to={homePath}>{site.name}</SiteLink>
          <SiteLink to={savedPath}>{messages.markLists.saved}</SiteLink>
          <SiteLink to={historyPath}>{messages.markLists.history}</SiteLink>
          <SettingsLink>{messages.settings}</SettingsLink>
          <SiteLink to={aboutPath}>{messages.about}</SiteLink>
        </p>
      </footer>
    </>
  );
}
