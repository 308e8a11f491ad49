import { memo, use } from 'react';
import type { Body, Removed, SmallPrint } from '../article/body.ts';
import type { Row } from '../edition/row.ts';
import { articleElements } from './article-elements.tsx';
import { coverInBody } from './cover-in-body.ts';
import { Picture, PicturePlaceProvider } from './picture.tsx';
import { useReader } from './reader.tsx';

function SmallPrintList({ smallPrint }: { readonly smallPrint: SmallPrint }) {
  const { messages } = useReader();
  const { editor, originalTitle, credit, originalUrl } = smallPrint;
  const entries = [
    [messages.credit, credit],
    [messages.editor, editor],
    [messages.originalTitle, originalTitle],
  ].filter((entry): entry is [string, string] => Boolean(entry[1]));
  if (entries.length === 0 && !originalUrl) return null;
  return (
    <div className="small-print">
      {entries.map(([label, value]) => (
        <p key={label}>
          {label}：<bdi>{value}</bdi>
        </p>
      ))}
      {originalUrl && (
        <p>
          <a href={originalUrl} target="_blank" rel="noopener noreferrer nofollow ugc" referrerPolicy="no-referrer">
            {messages.originalArticle}
          </a>
        </p>
      )}
    </div>
  );
}

function RemovedList({ removed }: { readonly removed: readonly Removed[] }) {
  const { messages } = useReader();
  if (removed.length === 0) return null;
  return (
    <details className="removed">
      <summary>{messages.removedCount(removed.length)}</summary>
      <p>{messages.removedNote}</p>
      <ul>
        {removed.map((block, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={place}>
            <b>{messages.removedKinds[block.kind]}</b> <bdi>{block.text}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}

export interface StoryBodyProps {
  readonly row: Row;
  readonly body: Body | Promise<Body>;
}

/**
 * An article's text with what belongs to it. Remembered: while its body is on the way, a page that is being taken over
 * keeps what was printed only as long as nothing above renders this again.
 */
export const StoryBody = memo(function StoryBody({ row, body }: StoryBodyProps) {
  const { tree, smallPrint, removed } = body instanceof Promise ? use(body) : body;
  const cover = row.cover && !coverInBody(row.cover, tree) ? row.cover : null;
  return (
    <>
      {cover && (
        <figure className="cover">
          <PicturePlaceProvider value="figure">
            <Picture alt="" {...cover} href={null} eager />
          </PicturePlaceProvider>
        </figure>
      )}
      <div className="article-body">{articleElements(tree)}</div>
      <SmallPrintList smallPrint={smallPrint} />
      <RemovedList removed={removed} />
    </>
  );
});

/** Lines of nothing, for a page that has no printed body to show meanwhile. */
export function MissingBody() {
  const { messages } = useReader();
  return (
    <div className="missing-body" aria-busy="true">
      <span className="hidden">{messages.loading}</span>
    </div>
  );
}
