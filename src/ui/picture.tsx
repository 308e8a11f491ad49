import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { pictureHost } from '../article/picture-host.ts';
import { KeepReading } from './keep-reading.tsx';
import { usePictureChoice } from './picture-choice.tsx';
import { useReader } from './reader.tsx';
import { siteAddress } from './site-address.ts';
import { texText } from './tex-text.ts';
import { useArrivingSize } from './use-arriving-size.ts';
import { useFailingPicture } from './use-failing-picture.ts';
import { useLatePicture } from './use-late-picture.ts';
import { usePictureBox } from './use-picture-box.ts';
import { WaitingMark, WaitingPicture } from './waiting-picture.tsx';

export interface PictureSource {
  readonly src: string;
  readonly alt: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

export interface PictureProps extends PictureSource {
  /** Where the picture leads; null where it leads nowhere or already stands in a link. */
  readonly href: string | null;
  /** The cover on top of an article is what the reader waits for. */
  readonly eager?: boolean;
  /** A formula is drawn in black on nothing. */
  readonly formula?: boolean;
}

/** Where a picture stands decides whether it becomes a link, and what may replace it. */
export type PicturePlace = 'figure' | 'link' | 'text';

const PicturePlaceContext = createContext<PicturePlace>('text');

export const PicturePlaceProvider = PicturePlaceContext.Provider;

export function usePicturePlace(): PicturePlace {
  return useContext(PicturePlaceContext);
}

/** For the page that says which hosts have failed this device; without a network it is nobody's fault. */
function rememberFailure(src: string): void {
  const host = pictureHost(src);
  if (host === null || !navigator.onLine) return;
  import('../library/dead-hosts.ts').then(
    ({ deadHosts }) => deadHosts.add(host),
    () => {},
  );
}

interface MissingPictureProps {
  readonly source: PictureSource;
  readonly address: string;
  /** What is wrong with it. */
  readonly reason: string;
  readonly retry: () => void;
}

function MissingPicture({ source, address, reason, retry }: MissingPictureProps) {
  const { messages } = useReader();
  const box = usePictureBox(source);
  useEffect(() => rememberFailure(source.src), [source.src]);
  return (
    <span className={`failed-picture ${box}`}>
      <span>
        {source.alt && <span className="alt">{source.alt}</span>}
        <small role="status">{reason}</small>
      </span>
      <span className="actions">
        <button type="button" onClick={retry}>
          {messages.retry}
        </button>
        <a href={address} target="_blank" rel="noopener noreferrer nofollow ugc" referrerPolicy="no-referrer">
          {messages.openOriginalPicture}
        </a>
      </span>
    </span>
  );
}

interface ShownPictureProps extends PictureProps {
  /** Null for a picture of the site's own. */
  readonly host: string | null;
  /** `one`: the reader has pressed its button, which is gone. */
  readonly asked: 'one' | 'all' | null;
}

/** Where the focus was on the button that asked for a picture, it goes on to the picture. */
function useFocusWhenAsked(asked: ShownPictureProps['asked']) {
  const picture = useRef<HTMLImageElement | null>(null);
  useEffect(() => {
    if (asked !== 'one') return;
    const target = picture.current?.closest('a') ?? picture.current;
    target?.focus({ preventScroll: true });
  }, [asked]);
  return picture;
}

const SMALL = 120;
const GIVE_UP_MS = 50;

/** One that stands among words, where a box would tear them apart. */
function isSmall({ width, height }: PictureSource, formula: boolean): boolean {
  return formula || (width !== undefined && height !== undefined && Math.max(width, height) < SMALL);
}

/** Its words hold a formula's room until it is there (article.css), and stand for it where it never comes. */
function FormulaRoom({ tex, children }: { readonly tex: string; readonly children: ReactNode }) {
  return (
    <span className="formula-room" data-tex={texText(tex)}>
      {children}
    </span>
  );
}

interface PictureState {
  readonly formula: boolean;
  readonly missing: boolean;
  readonly held: boolean;
  /** Of another host, and not asked for. */
  readonly far: boolean;
}

function pictureClass({ formula, missing, held, far }: PictureState): string | undefined {
  const names = [formula && 'formula', missing && 'failed', held && 'held', far && 'far'].filter(Boolean);
  return names.length > 0 ? names.join(' ') : undefined;
}

/**
 * A picture of an article: its space is kept where its size is known. When it fails, or nothing comes for long, it stays in
 * the document, unseen, and a calm box takes its place; in the middle of a link its description does.
 */
function ShownPicture({ href, eager = false, formula = false, host, asked, ...source }: ShownPictureProps) {
  const { base, messages } = useReader();
  const place = usePicturePlace();
  const { failed, attempt, fail, retry, watch } = useFailingPicture();
  const { late, watch: watchTime, arrived } = useLatePicture();
  const { size, isHeld, arrive } = useArrivingSize(source.width !== undefined || (place !== 'figure' && !formula));
  const picture = useFocusWhenAsked(asked);
  const address = siteAddress(base, source.src);
  const isWanting = failed || late;
  const missing = isWanting && place !== 'link' && !isSmall(source, formula);
  const setPicture = useCallback(
    (image: HTMLImageElement | null) => {
      picture.current = image;
      const forget = watch(image);
      const stopTime = watchTime(image);
      const stopSize = arrive(image);
      return () => {
        stopSize?.();
        stopTime?.();
        forget?.();
      };
    },
    [picture, watch, watchTime, arrive],
  );
  const askAgain = () => {
    // A browser gives up a request in a task of its own, and a new one for the same picture would wait with the old.
    picture.current?.removeAttribute('src');
    setTimeout(() => {
      arrived();
      retry();
    }, GIVE_UP_MS);
  };
  const image = (
    <img
      key={attempt}
      ref={setPicture}
      className={pictureClass({
        formula,
        missing: missing || (isWanting && formula),
        held: isHeld && size === null,
        far: host !== null && asked === null,
      })}
      src={address}
      alt={source.alt}
      width={source.width ?? size?.width}
      height={source.height ?? size?.height}
      // Only lazy pictures can be kept from being loaded before the script is there.
      loading={(eager && host === null) || asked === 'one' ? 'eager' : 'lazy'}
      decoding="async"
      referrerPolicy="no-referrer"
      tabIndex={asked === 'one' && href === null ? -1 : undefined}
      onError={fail}
      onLoad={(event) => {
        arrived();
        arrive(event.currentTarget);
      }}
    />
  );
  if (formula) return <FormulaRoom tex={source.alt}>{image}</FormulaRoom>;
  return (
    <>
      {href === null ? image : <PictureLink href={href} name={source.alt} image={image} hidden={missing} />}
      {missing && (
        <MissingPicture
          source={source}
          address={address}
          reason={failed ? messages.pictureFailed : messages.pictureLate(host ?? '')}
          retry={askAgain}
        />
      )}
    </>
  );
}

/** A picture of another host waits for the reader, or stays away, where the setting says so. */
function ForeignPicture({ host, ...props }: PictureProps & { readonly host: string }) {
  const { messages } = useReader();
  const { setting, all, asked, ask: askFor } = usePictureChoice();
  const place = usePicturePlace();
  const [isPressed, setPressed] = useState(false);
  if (setting === 'always') return <ShownPicture {...props} host={host} asked={null} />;
  if (setting === 'tap' && (all || asked.has(props.src))) {
    return <ShownPicture {...props} host={host} asked={isPressed ? 'one' : 'all'} />;
  }
  const ask = () => {
    setPressed(true);
    askFor(props.src);
  };
  if (setting === 'tap' && place !== 'link') {
    const Waiting = place === 'figure' ? WaitingPicture : WaitingMark;
    return <Waiting source={props} host={host} ask={ask} />;
  }
  const name = props.alt || messages.picture;
  if (props.href === null) return place === 'figure' ? null : <span className="unshown">{name}</span>;
  return <PictureLink href={props.href} name={props.alt} image={null} hidden={false} />;
}

/** A picture of an article, as the reader's setting has it. */
export function Picture(props: PictureProps) {
  const host = pictureHost(props.src);
  return (
    <KeepReading fallback={<span className="unshown">{props.alt}</span>}>
      {host === null ? <ShownPicture {...props} host={null} asked={null} /> : <ForeignPicture {...props} host={host} />}
    </KeepReading>
  );
}

interface PictureLinkProps {
  readonly href: string;
  readonly name: string;
  /** Null where it is not shown; the style sheet writes the link's name then. */
  readonly image: ReactNode;
  readonly hidden: boolean;
}

function PictureLink({ href, name, image, hidden }: PictureLinkProps) {
  const { base, messages } = useReader();
  return (
    <a
      className={hidden ? 'failed' : image === null ? 'unshown' : undefined}
      href={siteAddress(base, href)}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      referrerPolicy="no-referrer"
      aria-label={name || messages.openOriginalPicture}
    >
      {image}
    </a>
  );
}
