import { useEffect, useState } from 'react';
import { articlePath } from '../edition/addresses.ts';
import type { MoreStories as More, StoryLink } from '../edition/row.ts';
import { whenIdle } from '../library/when-idle.ts';
import { ArticleTime } from './article-time.tsx';
import type { ArticleData } from './loaded-page.ts';
import { useApp, useReader } from './reader.tsx';
import { SiteLink } from './site-link.tsx';

/** Links that say whose they are and when they came. */
function StoryLinks({ links }: { readonly links: readonly StoryLink[] }) {
  return (
    <ul>
      {links.map(({ id, title, source, date }) => (
        <li key={id}>
          <SiteLink to={articlePath(id)}>
            <bdi>{title}</bdi>
          </SiteLink>
          <small>
            {source !== null && <span>{source}</span>}
            <ArticleTime date={date} form="day-and-clock" />
          </small>
        </li>
      ))}
    </ul>
  );
}

/** What the page brought along, or else, once nobody waits for anything, what the article's own printed page says. */
function useMore({ row: { id }, more }: ArticleData): More | null {
  const { store } = useApp();
  const [found, setFound] = useState(() => more ?? store?.more(id) ?? null);
  useEffect(() => {
    if (more !== null || store === null) return;
    let left = false;
    const show = (loaded: More | null) => {
      if (!left) setFound(loaded);
    };
    // Without it the page lacks some links and nothing else.
    whenIdle().then(() => store.loadMore(id).then(show, () => {}));
    return () => {
      left = true;
    };
  }, [store, id, more]);
  return found;
}

/** Below an article: others that tell the same story in nearly the same words, and what else there is on its matter. */
export function MoreStories({ page }: { readonly page: ArticleData }) {
  const { messages, dates } = useReader();
  const more = useMore(page);
  if (more === null || more.copies.length + more.related.length === 0) return null;
  return (
    <aside className="more-stories" aria-label={messages.moreStories}>
      {more.copies.length > 0 && (
        <section className="copies">
          <h2>{messages.sameStory(dates.number(more.copyCount))}</h2>
          <StoryLinks links={more.copies} />
        </section>
      )}
      {more.related.length > 0 && (
        <section>
          <h2>{messages.relatedStories}</h2>
          <StoryLinks links={more.related} />
        </section>
      )}
    </aside>
  );
}
