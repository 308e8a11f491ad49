import { articlePath } from '../edition/addresses.ts';
import { offlineWords } from '../i18n/offline-words.ts';
import { ArticleTime } from './article-time.tsx';
import { useOffline, useUsage } from './offline-reader.ts';
import { useReader } from './reader.tsx';
import { SiteLink } from './site-link.tsx';
import { useWords } from './use-words.ts';

/** A page of them; whoever keeps more finds them in lists. */
const MOST_SHOWN = 200;

/** The articles that can be read without a network, the last opened first. */
export function KeptArticles() {
  const { dates } = useReader();
  const words = useWords(offlineWords);
  const offline = useOffline();
  const usage = useUsage(offline?.session ?? null, offline?.state.isKeeping);
  if (usage === null) return null;
  if (usage.articles.length === 0) return <p>{words.nothingKept}</p>;
  const shown = usage.articles.slice(0, MOST_SHOWN);
  return (
    <section className="kept-articles">
      <h2>
        {words.keptArticles} <span className="count">{dates.number(usage.articles.length)}</span>
      </h2>
      <ul>
        {shown.map(({ id, title, source, date, saved }) => (
          <li key={id}>
            <SiteLink to={articlePath(id)}>
              <bdi>{title}</bdi>
            </SiteLink>
            <small>
              {source !== null && <span>{source}</span>}
              <ArticleTime date={date} form="day-and-clock" />
              {saved && <span>{words.saved}</span>}
            </small>
          </li>
        ))}
      </ul>
      {usage.articles.length > MOST_SHOWN && (
        <p className="note">{words.moreKept(dates.number(usage.articles.length - MOST_SHOWN))}</p>
      )}
    </section>
  );
}
