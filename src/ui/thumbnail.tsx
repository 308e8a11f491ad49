import { pictureHost } from '../article/picture-host.ts';
import type { Cover } from '../edition/row.ts';
import { useApp } from './reader.tsx';
import { siteAddress } from './site-address.ts';
import { useFailingPicture } from './use-failing-picture.ts';
import { useSetting } from './use-setting.ts';

/**
 * A cover in a list: a box of fixed size. A picture that fails leaves its place to the text; in the lead story, where the
 * text would jump by half a screen, columns of grey stand in. One of another host comes only where the reader lets all come.
 */
export function Thumbnail({ cover, lead }: { readonly cover: Cover; readonly lead: boolean }) {
  const { base } = useApp();
  const { failed, fail, watch } = useFailingPicture();
  const pictures = useSetting('pictures');
  const far = pictureHost(cover.src) !== null;
  if (failed || (far && pictures !== 'always')) return lead ? <span className="thumbnail columns" /> : null;
  return (
    <img
      className={far ? 'thumbnail far' : 'thumbnail'}
      ref={watch}
      src={siteAddress(base, cover.src)}
      alt=""
      width={168}
      height={112}
      loading={lead && !far ? 'eager' : 'lazy'}
      decoding="async"
      referrerPolicy="no-referrer"
      onError={fail}
    />
  );
}
