import type { ForeignPicture } from '../article/foreign-pictures.ts';
import { usePictureChoice } from './picture-choice.tsx';
import { useReader } from './reader.tsx';
import { SettingsLink } from './settings-link.tsx';

/** An article can name thousands. */
const MOST_HOSTS = 12;

/** Which other hosts the page asks for pictures, with the way to change that. */
export function PictureHosts({ pictures }: { readonly pictures: readonly ForeignPicture[] }) {
  const { messages, dates } = useReader();
  const { setting, all, askForAll } = usePictureChoice();
  if (pictures.length === 0) return null;
  const hosts = [...new Set(pictures.map(({ host }) => host))];
  return (
    <p className="picture-hosts dotted">
      <bdi>{messages.picturesFrom(hosts.slice(0, MOST_HOSTS), Math.max(0, hosts.length - MOST_HOSTS), dates.all)}</bdi>
      {setting === 'tap' && !all && (
        <span>
          <button type="button" onClick={askForAll}>
            {messages.loadAllPictures(pictures.length)}
          </button>
        </span>
      )}
      <span>
        <SettingsLink>{messages.settings}</SettingsLink>
      </span>
    </p>
  );
}
