import { Fragment, lazy, type ReactNode, Suspense } from 'react';
import { sourcePath } from '../edition/addresses.ts';
import { site } from '../site.ts';
import { KeepReading } from './keep-reading.tsx';
import type { AboutData } from './loaded-page.ts';
import { PageFrame } from './page-frame.tsx';
import { useReader } from './reader.tsx';
import { SettingsLink } from './settings-link.tsx';
import { SiteLink } from './site-link.tsx';

/** Printed pages are given theirs; the app fetches them with the page that has them. */
const LazyFigures = lazy(async () => ({ default: (await import('./about-figures.tsx')).AboutFigures }));

export interface AboutPageProps {
  readonly page: AboutData;
  /** The state of the edition. */
  readonly figures?: ReactNode;
}

/**
 * What this paper is, and where its articles come from. In another language its paragraphs are others, of other heights: new
 * elements take the place of the old, which therefore don't move. Only what the settings are opened from stays.
 */
export function AboutPage({ page, figures }: AboutPageProps) {
  const { messages, dates, language } = useReader();
  return (
    <PageFrame masthead="small">
      <div className="story about">
        <h1 tabIndex={-1}>{messages.about}</h1>
        <Fragment key={`paper ${language}`}>
          <p>{site.description}</p>
          <p>{messages.aboutText(dates.number(page.count), dates.number(page.sources.length))}</p>
          <p>{messages.aboutOrigin}</p>
          <p>{messages.aboutWithoutScript}</p>
          <h2 id="settings">{messages.settings}</h2>
          <p>{messages.pictureSettingNote}</p>
          <p>{messages.settingsNote}</p>
        </Fragment>
        <p className="actions">
          <SettingsLink>{messages.openSettings}</SettingsLink>
        </p>
        <Fragment key={`sources ${language}`}>
          {page.sources.length > 0 && <h2>{messages.sources}</h2>}
          <ul className="source-list">
            {page.sources.map((source) => (
              <li key={source.slug}>
                <SiteLink to={sourcePath(source.slug)}>{source.name}</SiteLink>{' '}
                <span className="count">{dates.number(source.count)}</span>
              </li>
            ))}
          </ul>
        </Fragment>
        {page.figures && (
          <KeepReading>
            <Suspense>{figures ?? <LazyFigures figures={page.figures} />}</Suspense>
          </KeepReading>
        )}
      </div>
    </PageFrame>
  );
}
