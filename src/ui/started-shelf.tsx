import { useState, useSyncExternalStore } from 'react';
import { articlePath, CONTINUE } from '../edition/addresses.ts';
import { marksWords } from '../i18n/marks-words.ts';
import { placeWords } from '../i18n/place-words.ts';
import type { Found } from '../library/find-marked.ts';
import { type Place, places, withoutPlaces, withPlaceNames, withPlaces } from '../library/places.ts';
import { addStyles } from './add-styles.ts';
import { placeModule } from './place-loader.ts';
import { useReader } from './reader.tsx';
import shelfCss from './shelf.css?inline';
import { SiteLink } from './site-link.tsx';
import { useFound } from './use-found.ts';
import { useNames } from './use-names.ts';
import { usePercent } from './use-percent.ts';
import { useWords } from './use-words.ts';

addStyles(shelfCss);

const prepare = () => void placeModule.load().catch(() => {});

interface StartedProps {
  readonly place: Place;
  readonly found: Found | null;
  /** Taken off the shelf, and still in its place. */
  readonly isRemoved: boolean;
}

/** An article that was left in the middle. */
function Started({ place, found, isRemoved }: StartedProps) {
  const { messages } = useReader();
  const [words, readWords] = [useWords(marksWords), useWords(placeWords)];
  const percent = usePercent();
  const { id, progress } = place;
  const row = found?.kind === 'there' ? found.row : null;
  const isGone = found?.kind === 'gone';
  const title = row?.title ?? (place.title || (isGone ? words.goneUntitled : messages.loading));
  const state = isRemoved ? words.removed : isGone ? words.gone : readWords.readTo(percent(progress));
  const source = row?.source?.name ?? place.source;
  return (
    <li className={isRemoved ? 'removed-mark' : undefined}>
      {isGone || isRemoved ? (
        <bdi className="shelf-title">{title}</bdi>
      ) : (
        <SiteLink
          className="shelf-title"
          to={articlePath(id) + CONTINUE}
          lang={row?.lang}
          onPointerEnter={prepare}
          onFocus={prepare}
        >
          <bdi>{title}</bdi>
        </SiteLink>
      )}
      <small>
        <span>{state}</span>
        {source !== '' && <span>{source}</span>}
      </small>
      <progress aria-hidden="true" max={1000} value={progress} />
      {isRemoved ? (
        <button type="button" aria-label={words.undoTitled(title)} onClick={() => places.update(withPlaces([place]))}>
          {words.undo}
        </button>
      ) : (
        <button
          type="button"
          aria-label={words.removeTitled(title)}
          onClick={() => places.update(withoutPlaces(new Set([id])))}
        >
          ×
        </button>
      )}
    </li>
  );
}

/** The articles left in the middle last. They keep their places as long as the shelf is there. */
export function StartedShelf({ most }: { readonly most: number }) {
  const all = useSyncExternalStore(places.subscribe, places.get, places.get);
  const words = useWords(marksWords);
  const [first] = useState(() => all.slice(-most).reverse());
  const found = useFound(first);
  useNames(first, found, (names) => places.update(withPlaceNames(names)));
  const now = new Map(all.map((place) => [place.id, place]));
  if (first.length === 0) return <p className="shelf-empty">{words.nothingStarted}</p>;
  return (
    <ul className="shelf">
      {first.map((place) => (
        <Started
          key={place.id}
          place={now.get(place.id) ?? place}
          found={found(place.id)}
          isRemoved={!now.has(place.id)}
        />
      ))}
    </ul>
  );
}
