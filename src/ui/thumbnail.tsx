import type { Cover } from '../edition/row.ts';
import { useReader } from './reader.tsx';
import { siteAddress } from './site-address.ts';
import { useFailingPicture } from './use-failing-picture.ts';

/** A cover in a list: a box of fixed size; a picture that fails leaves its place to the text. */
export function Thumbnail({ cover, first }: { readonly cover: Cover; readonly first: boolean }) {
  const { base } = useReader();
  const { failed, fail, watch } = useFailingPicture();
  if (failed) return null;
  return (
    <img
      className="thumbnail"
      ref={watch}
      src={siteAddress(base, cover.src)}
      alt=""
      width={168}
      height={112}
      loading={first ? 'eager' : 'lazy'}
      decoding="async"
      referrerPolicy="no-referrer"
      onError={fail}
    />
  );
}
