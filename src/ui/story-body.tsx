import type { Root } from 'hast';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { Removed, SmallPrint } from '../article/body.ts';
import { type ForeignPicture, foreignPictures } from '../article/foreign-pictures.ts';
import { pictureHost } from '../article/picture-host.ts';
import { articlePath, withBase } from '../edition/addresses.ts';
import type { Cover } from '../edition/row.ts';
import { articleElements } from './article-elements.tsx';
import { coverInBody } from './cover-in-body.ts';
import { KeepReading } from './keep-reading.tsx';
import type { StoryTextProps } from './loaded-page.ts';
import { Picture, PicturePlaceProvider } from './picture.tsx';
import { PictureChoiceProvider, useArticlePictures } from './picture-choice.tsx';
import { PictureHosts } from './picture-hosts.tsx';
import { PrintCode } from './print-code.tsx';
import { QuoteTools } from './quote-tools.tsx';
import { useReader } from './reader.tsx';
import { openingDraft, wholeDraft } from './story-draft.ts';
import { storyAfter } from './story-opening.ts';
import { useChinese } from './use-chinese.ts';
import { useHighlightedCode } from './use-highlighted-code.ts';
import { useLightbox } from './use-lightbox.tsx';

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

/** `二维码 2 · 样式 1`: what was taken away, by kind. */
function kindsOf(removed: readonly Removed[]): readonly (readonly [Removed['kind'], number])[] {
  const counts = new Map<Removed['kind'], number>();
  for (const { kind } of removed) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts];
}

/** Code is nothing to read. */
const isReadable = ({ kind, text }: Removed): boolean => text !== '' && kind !== 'style' && kind !== 'script';

/** What was cleaned away: how much of what on the page, and the words themselves once the reader asks for them. */
function RemovedList({ removed }: { readonly removed: readonly Removed[] }) {
  const { messages, dates } = useReader();
  const [open, setOpen] = useState(false);
  if (removed.length === 0) return null;
  return (
    <details className="removed" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{messages.removedCount(removed.length)}</summary>
      <p>{messages.removedNote}</p>
      <p>
        {kindsOf(removed)
          .map(([kind, count]) => `${messages.removedKinds[kind]} ${dates.number(count)}`)
          .join(' · ')}
      </p>
      {open && (
        <ul>
          {removed.filter(isReadable).map((block, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <li key={place}>
              <b>{messages.removedKinds[block.kind]}</b> <bdi>{block.text}</bdi>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

interface StoryBodyProps extends StoryTextProps {
  /** The text itself, where somebody has prepared it already. */
  readonly text?: ReactNode;
}

function picturesOf(cover: Cover | null, tree: Root): readonly ForeignPicture[] {
  const host = cover && pictureHost(cover.src);
  return [...(cover && host ? [{ src: cover.src, host }] : []), ...foreignPictures(tree)];
}

/**
 * A story's opening and then its rest, as one child beside it: React looks for the place of each new child among all that
 * come after it, which takes seconds where tens of thousands are new.
 */
function useStoryElements(story: Root, whole: boolean, text: ReactNode): ReactNode {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has been drawn first stays as it was
  const { tree, opening, first } = useMemo(
    () => (text ? { tree: story, opening: story, first: text } : whole ? wholeDraft(story) : openingDraft(story)),
    [text, story],
  );
  const rest = useMemo(
    () => (whole && opening !== tree ? articleElements(storyAfter(tree, opening)) : null),
    [whole, tree, opening],
  );
  return useMemo(
    () => (
      <>
        {first}
        {rest}
      </>
    ),
    [first, rest],
  );
}

/** An article's text with what belongs to it. */
export function StoryBody({ row, body, text, whole = true }: StoryBodyProps) {
  const { tree, smallPrint, removed, notices = [] } = body;
  const { base, messages } = useReader();
  const cover = useMemo(() => (row.cover && !coverInBody(row.cover, tree) ? row.cover : null), [row, tree]);
  const pictures = useMemo(() => picturesOf(cover, tree), [cover, tree]);
  // In other characters nobody else would find the passage.
  const { lang } = useChinese(row.lang);
  const isAsWritten = lang === row.lang;
  // The same elements: a picture that is asked for is no reason to draw the article again.
  const elements = useStoryElements(tree, whole, text);
  const box = useRef<HTMLDivElement>(null);
  useHighlightedCode(box, elements);
  const choice = useArticlePictures(pictures);
  const lightbox = useLightbox({ body: box, cover, tree, lang, choice });
  return (
    <PictureChoiceProvider value={choice}>
      {cover && (
        <figure className="cover">
          <PicturePlaceProvider value="figure">
            <Picture alt="" {...cover} href={cover.src} eager />
          </PicturePlaceProvider>
        </figure>
      )}
      {notices.map((notice) => (
        <p className="notice" key={notice}>
          {messages.notices[notice]}
        </p>
      ))}
      <div ref={box} className="article-body" aria-busy={whole ? undefined : true}>
        {elements}
      </div>
      {lightbox}
      {whole && (
        <>
          <KeepReading>
            <SmallPrintList smallPrint={smallPrint} />
          </KeepReading>
          <KeepReading>
            <PictureHosts pictures={pictures} />
          </KeepReading>
          <KeepReading>
            <RemovedList removed={removed} />
          </KeepReading>
          <KeepReading>{isAsWritten && <QuoteTools row={row} body={box} />}</KeepReading>
          <KeepReading>
            <PrintCode path={withBase(base, articlePath(row.id))} />
          </KeepReading>
        </>
      )}
    </PictureChoiceProvider>
  );
}
