import { Fragment, memo, Suspense, use, useMemo } from 'react';
import { articlePath, categoryPath, sourcePath, withBase } from '../edition/addresses.ts';
import type { Row, RowLink } from '../edition/row.ts';
import { ArticleTime } from './article-time.tsx';
import { CopyLink } from './copy-link.tsx';
import { Headline } from './headline.tsx';
import { KeepReading } from './keep-reading.tsx';
import type { ArticleData, Story } from './loaded-page.ts';
import { MoreStories } from './more-stories.tsx';
import { PageFrame } from './page-frame.tsx';
import { useReader } from './reader.tsx';
import { SaveButton } from './save-button.tsx';
import { ShareButton } from './share-button.tsx';
import { SiteLink } from './site-link.tsx';
import { useChinese } from './use-chinese.ts';
import { useWholeStory } from './use-whole-story.ts';

function CategoryLinks({ row }: { readonly row: Row }) {
  return (
    <p className="path">
      {row.category.map((level, depth) => {
        const path = row.category
          .slice(0, depth + 1)
          .map((upper) => upper.slug)
          .join('/');
        return (
          <Fragment key={path}>
            {depth > 0 && <span aria-hidden="true"> › </span>}
            <SiteLink to={categoryPath(path)}>{level.name}</SiteLink>
          </Fragment>
        );
      })}
    </p>
  );
}

interface StoryHeadProps {
  readonly row: Row;
  readonly position: number;
  /** As it is shown. */
  readonly title: string;
}

function StoryHead({ row, position, title }: StoryHeadProps) {
  const { base, messages } = useReader();
  const path = withBase(base, articlePath(row.id));
  return (
    <header className="story-head">
      <h1 id="story-title" tabIndex={-1}>
        <Headline title={title} />
      </h1>
      <div className="byline">
        <p className="facts">
          {row.source && (
            <span>
              <SiteLink to={sourcePath(row.source.slug)}>{row.source.name}</SiteLink>
            </span>
          )}
          <ArticleTime date={row.date} form="day-and-clock" />
          <span className="minutes">{messages.readingTime(row.minutes)}</span>
        </p>
        <CategoryLinks row={row} />
        <KeepReading>
          <div className="story-tools">
            <SaveButton row={row} position={position} />
            <CopyLink path={path} />
            <ShareButton path={path} title={row.title} row={row} />
          </div>
        </KeepReading>
      </div>
    </header>
  );
}

function Neighbour({
  link,
  label,
  side,
}: {
  readonly link: RowLink | null;
  readonly label: string;
  readonly side: string;
}) {
  if (!link) return null;
  return (
    <SiteLink className={side} to={articlePath(link.id)}>
      <small>{label}</small>
      <bdi>{link.title}</bdi>
    </SiteLink>
  );
}

interface StoryTextProps {
  readonly row: Row;
  readonly story: Story | Promise<Story>;
  readonly whole: boolean;
}

function StoryText({ row, story, whole }: StoryTextProps) {
  const { body, Text } = story instanceof Promise ? use(story) : story;
  const chinese = useChinese(row.lang);
  const shown = useMemo(() => chinese.body(body), [chinese, body]);
  return <Text row={row} body={shown} whole={whole} />;
}

/** Lines of nothing, for a page that has no printed body to show meanwhile. */
function MissingBody() {
  const { messages } = useReader();
  return (
    <div className="missing-body" aria-busy="true">
      <span className="hidden">{messages.loading}</span>
    </div>
  );
}

/**
 * Remembered: while the story is on the way, a page that is being taken over keeps what was printed only as long as nothing
 * above renders this again, a change of language as little as anything else.
 */
const StoryPlace = memo(function StoryPlace(props: StoryTextProps) {
  return (
    <Suspense fallback={<MissingBody />}>
      <StoryText {...props} />
    </Suspense>
  );
});

interface ArticleViewProps {
  readonly page: ArticleData;
  /** False: as yet only what fills the window. */
  readonly whole: boolean;
}

/** What is seen of an article's page. Remembered, because a picture that is looked at is another place in history. */
export const ArticleView = memo(function ArticleView({ page, whole }: ArticleViewProps) {
  const { base, messages } = useReader();
  const { row, story, newer, older } = page;
  const { lang, text } = useChinese(row.lang);
  return (
    <PageFrame masthead="small">
      <article className="story" lang={lang} aria-labelledby="story-title">
        <StoryHead row={row} position={page.position} title={text(row.title)} />
        <StoryPlace row={row} story={story} whole={whole} />
        {whole && (
          <KeepReading>
            <p className="story-foot">
              <ShareButton path={withBase(base, articlePath(row.id))} title={row.title} row={row} />
            </p>
          </KeepReading>
        )}
      </article>
      {whole && (
        <>
          <nav className="neighbours" aria-label={messages.moreArticles}>
            <Neighbour link={newer} label={messages.newerArticle} side="newer" />
            <Neighbour link={older} label={messages.olderArticle} side="older" />
          </nav>
          <MoreStories page={page} />
        </>
      )}
    </PageFrame>
  );
});

/** One article. */
export function ArticlePage({ page }: { readonly page: ArticleData }) {
  const { story } = page;
  const whole = useWholeStory(!(story instanceof Promise) && story.isShort === true);
  return <ArticleView page={page} whole={whole} />;
}
