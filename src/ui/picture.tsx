import { createContext, type ReactNode, useContext } from 'react';
import { useReader } from './reader.tsx';
import { siteAddress } from './site-address.ts';
import { useFailingPicture } from './use-failing-picture.ts';

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
}

/** Where a picture stands decides whether it becomes a link, and what may replace it when it fails. */
export type PicturePlace = 'figure' | 'link' | 'text';

const PicturePlaceContext = createContext<PicturePlace>('text');

export const PicturePlaceProvider = PicturePlaceContext.Provider;

export function usePicturePlace(): PicturePlace {
  return useContext(PicturePlaceContext);
}

interface FailedPictureProps {
  readonly source: PictureSource;
  readonly address: string;
  readonly retry: () => void;
}

function FailedPicture({ source, address, retry }: FailedPictureProps) {
  const { messages } = useReader();
  const { alt, width, height } = source;
  const ratio = width && height ? { aspectRatio: `${width} / ${height}`, maxWidth: width } : undefined;
  return (
    <span className="failed-picture" style={ratio}>
      <span>{alt || messages.pictureFailed}</span>
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

/**
 * A picture of an article: its space is kept where its size is known. When it fails it stays in the document, unseen, and
 * a calm box takes its place; in the middle of a link its description does.
 */
export function Picture({ href, eager = false, ...source }: PictureProps) {
  const { base } = useReader();
  const place = usePicturePlace();
  const { failed, attempt, fail, retry, watch } = useFailingPicture();
  const address = siteAddress(base, source.src);
  const replaced = failed && place !== 'link';
  const image = (
    <img
      key={attempt}
      ref={watch}
      className={replaced ? 'failed' : undefined}
      src={address}
      alt={source.alt}
      width={source.width}
      height={source.height}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
      referrerPolicy="no-referrer"
      onError={fail}
    />
  );
  return (
    <>
      {href === null ? image : <PictureLink href={href} name={source.alt} image={image} failed={replaced} />}
      {replaced && <FailedPicture source={source} address={address} retry={retry} />}
    </>
  );
}

interface PictureLinkProps {
  readonly href: string;
  readonly name: string;
  readonly image: ReactNode;
  readonly failed: boolean;
}

function PictureLink({ href, name, image, failed }: PictureLinkProps) {
  const { base, messages } = useReader();
  return (
    <a
      className={failed ? 'failed' : undefined}
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
