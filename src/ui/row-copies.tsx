import { useEffect, useRef } from 'react';
import { articlePath } from '../edition/addresses.ts';
import type { StoryLink } from '../edition/row.ts';
import { ArticleTime } from './article-time.tsx';
import { useReader } from './reader.tsx';
import { SiteLink } from './site-link.tsx';

export interface RowCopiesProps {
  readonly count: number;
  /** Null stands for one whose sheet has not arrived. */
  readonly links: readonly (StoryLink | null)[];
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

function CopyLink({ link }: { readonly link: StoryLink | null }) {
  const { messages } = useReader();
  if (link === null) return <span className="hidden">{messages.loading}</span>;
  return (
    <>
      {link.source !== null && <span className="copy-source">{link.source}</span>}
      <SiteLink to={articlePath(link.id)}>
        <bdi>{link.title}</bdi>
      </SiteLink>
      <ArticleTime date={link.date} form="day-and-clock" />
    </>
  );
}

/** Below a row: the others that tell its story in nearly the same words. Every line is of a fixed height, as rows are. */
export function RowCopies({ count, links, isOpen, onToggle }: RowCopiesProps) {
  const { messages, dates } = useReader();
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    // It may have been opened before the script came.
    const open = details.current?.open ?? false;
    if (open !== isOpen) onToggle(open);
  }, [isOpen, onToggle]);
  return (
    <details
      className="row-copies"
      ref={details}
      open={isOpen}
      onToggle={(event) => onToggle(event.currentTarget.open)}
    >
      <summary>{messages.sameStory(dates.number(count))}</summary>
      <ul>
        {links.map((link, place) => (
          <li key={link?.id ?? `at-${place}`}>
            <CopyLink link={link} />
          </li>
        ))}
      </ul>
    </details>
  );
}
