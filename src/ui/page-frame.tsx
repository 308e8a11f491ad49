import type { ReactNode } from 'react';
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
  readonly children: ReactNode;
}

/** What stands round every page: the newspaper's name above, the imprint below. */
export function PageFrame({ masthead, dateLine, place, children }: PageFrameProps) {
  const { messages } = useReader();
  return (
    <>
      <a className="skip" href="#main">
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
