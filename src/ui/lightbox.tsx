import { type SyntheticEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import YetAnotherLightbox, {
  type ControllerRef,
  createIcon,
  type Labels,
  type Slide,
  useController,
  useLightboxState,
} from 'yet-another-react-lightbox';
import Zoom from 'yet-another-react-lightbox/plugins/zoom';
import libraryCss from 'yet-another-react-lightbox/styles.css?inline';
import type { FigurePicture } from '../article/figure-pictures.ts';
import { type LightboxWords, lightboxWords } from '../i18n/lightbox-words.ts';
import { addStyles } from './add-styles.ts';
import lightboxCss from './lightbox.css?inline';
import type { PictureChoice } from './picture-choice.tsx';
import { flyPicture } from './picture-flight.ts';
import { useReader } from './reader.tsx';
import { useWords } from './use-words.ts';

addStyles(libraryCss + lightboxCss);

/** A picture that is loaded when the reader asks for it. */
interface WaitingSlide {
  readonly type: 'waiting';
  readonly picture: FigurePicture;
  readonly host: string;
}

declare module 'yet-another-react-lightbox' {
  interface SlideTypes {
    waiting: WaitingSlide;
  }
}

type Shown = 'shown' | 'waiting' | 'hidden';

/** What the reader's setting allows. */
function allowed({ host, src }: FigurePicture, { setting, all, asked }: PictureChoice): Shown {
  if (host === null || setting === 'always') return 'shown';
  if (setting === 'never') return 'hidden';
  return all || asked.has(src) ? 'shown' : 'waiting';
}

/** The library knows a slide by its address: another fragment makes it another slide, which is asked for again. */
function slideOf(picture: FigurePicture, address: string, isShown: boolean, retries: number): Slide {
  const { alt, caption, host } = picture;
  if (host !== null && !isShown) return { type: 'waiting', picture, host };
  return { src: retries > 0 ? `${address}#${retries}` : address, alt: alt || caption };
}

function labelsOf(words: LightboxWords): Labels {
  return {
    ...{ Lightbox: words.name, Previous: words.previous, Next: words.next, Close: words.close },
    ...{ 'Zoom in': words.zoomIn, 'Zoom out': words.zoomOut, 'Photo gallery': words.gallery },
    ...{ Slide: words.slide, Carousel: words.carousel, '{index} of {total}': words.place },
  };
}

interface PressToLoadProps {
  readonly slide: WaitingSlide;
  readonly ask: PictureChoice['ask'];
}

function PressToLoad({ slide, ask }: PressToLoadProps) {
  const { messages } = useReader();
  const { focus } = useController();
  const load = () => {
    ask(slide.picture.src);
    // The button goes, and keys are heard only in here.
    focus();
  };
  return (
    <p className="lightbox-note">
      <button type="button" onClick={load}>
        {messages.loadPicture}
      </button>
      <bdi>{slide.host}</bdi>
    </p>
  );
}

function Failed({ retry }: { readonly retry: () => void }) {
  const { messages } = useReader();
  const { focus } = useController();
  const again = () => {
    retry();
    focus();
  };
  return (
    <p className="lightbox-note">
      <span role="status">{messages.pictureFailed}</span>
      <button type="button" onClick={again}>
        {messages.retry}
      </button>
    </p>
  );
}

const OutwardIcon = createIcon(
  'Outward',
  <path d="M19 19H5V5h7V3H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h14a2 2 0 0 0 2-2v-7h-2v7zM14 3v2h3.59l-9.83 9.83 1.41 1.41L19 6.41V10h2V3h-7z" />,
);

/** To the picture itself, in a window of its own. */
function OriginalLink({ pictures, addressOf }: Pick<LightboxProps, 'pictures' | 'addressOf'>) {
  const { messages } = useReader();
  const { currentIndex } = useLightboxState();
  const picture = pictures[currentIndex];
  if (!picture) return null;
  return (
    <a
      className="yarl__button"
      href={addressOf(picture)}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      referrerPolicy="no-referrer"
      title={messages.openOriginalPicture}
      aria-label={messages.openOriginalPicture}
    >
      <OutwardIcon className="yarl__icon" />
    </a>
  );
}

const stopHere = (event: Event | SyntheticEvent): void => event.stopPropagation();

/** A caption that scrolls: the library would take every turn of the wheel for itself. */
function keepWheel(caption: HTMLElement | null): void {
  caption?.addEventListener('wheel', stopHere, { passive: true });
}

/** Below the picture: which of all it is, and its caption. */
function Foot({ pictures, lang }: Pick<LightboxProps, 'pictures' | 'lang'>) {
  const { currentIndex } = useLightboxState();
  const caption = pictures[currentIndex]?.caption ?? '';
  return (
    <div className="lightbox-foot" aria-live="polite">
      {pictures.length > 1 && (
        <span className="lightbox-count">
          {currentIndex + 1} / {pictures.length}
        </span>
      )}
      {caption && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys
        <p ref={keepWheel} lang={lang} dir="auto" tabIndex={0} onPointerDown={stopHere}>
          {caption}
        </p>
      )}
    </div>
  );
}

const shownPicture = () => document.querySelector<HTMLElement>('.lightbox .yarl__slide_current img');

/** The picture that was pressed comes out of its place. */
function Takeoff({ from }: { readonly from: () => Element | null }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useLayoutEffect(() => flyPicture(shownPicture(), from(), 'out'), []);
  return null;
}

export interface LightboxProps {
  readonly pictures: readonly FigurePicture[];
  /** The picture the place in history asks for; null when the reader has gone back from it. */
  readonly asked: number | null;
  /** Which of them the reader lets come. */
  readonly choice: PictureChoice;
  /** The article's language. */
  readonly lang: string;
  readonly addressOf: (picture: FigurePicture) => string;
  /** Where a picture stands on the page; null where it doesn't. */
  readonly linkOf: (picture: FigurePicture) => Element | null;
  /** Goes back to the place in history before. */
  readonly leave: () => void;
  /** Nothing is to be seen any more. */
  readonly onOver: () => void;
}

/** One picture of an article after the other, over the page. */
export function Lightbox({ pictures: all, asked, choice, lang, addressOf, linkOf, leave, onOver }: LightboxProps) {
  const { language, messages } = useReader();
  const words = useWords(lightboxWords);
  const controller = useRef<ControllerRef | null>(null);
  const pictures = useMemo(() => all.filter((picture) => allowed(picture, choice) !== 'hidden'), [all, choice]);
  const [index, setIndex] = useState(() => {
    const first = all[asked ?? 0];
    return Math.max(0, first ? pictures.indexOf(first) : 0);
  });
  const [retries, setRetries] = useState<ReadonlyMap<string, number>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: addresses never change
  const slides = useMemo(
    () =>
      pictures.map((picture) =>
        slideOf(picture, addressOf(picture), allowed(picture, choice) === 'shown', retries.get(picture.src) ?? 0),
      ),
    [pictures, choice, retries],
  );
  const picture = pictures[Math.min(index, pictures.length - 1)];
  const retry = () => {
    if (picture) setRetries((last) => new Map(last).set(picture.src, (last.get(picture.src) ?? 0) + 1));
  };
  const place = () => (picture ? (linkOf(picture)?.querySelector('img') ?? null) : null);
  const isGone = useRef(false);
  const close = () => {
    flyPicture(shownPicture(), place(), 'back');
    if (asked !== null && !isGone.current) leave();
    isGone.current = true;
  };
  useEffect(() => {
    if (asked === null) controller.current?.close();
  }, [asked]);
  // The reader has chosen to see none.
  if (!picture) return null;
  const isAlone = pictures.length < 2;
  return (
    <YetAnotherLightbox
      open
      close={onOver}
      className="lightbox"
      index={Math.min(index, pictures.length - 1)}
      slides={slides}
      plugins={[Zoom]}
      labels={labelsOf(words)}
      carousel={{
        finite: true,
        preload: 1,
        padding: 0,
        imageProps: { referrerPolicy: 'no-referrer', decoding: 'async' },
      }}
      controller={{ ref: controller, closeOnBackdropClick: true, closeOnPullDown: true }}
      zoom={{ maxZoomPixelRatio: 2, scrollToZoom: true }}
      animation={{ swipe: 300, zoom: 250 }}
      toolbar={{
        buttons: [<OriginalLink key="original" pictures={pictures} addressOf={addressOf} />, 'zoom', 'close'],
      }}
      // Keys of the page are none of its.
      portal={{ container: { lang: language, onKeyDown: stopHere } }}
      on={{ view: ({ index: viewed }) => setIndex(viewed), exiting: close }}
      render={{
        slide: ({ slide }) => (slide.type === 'waiting' ? <PressToLoad slide={slide} ask={choice.ask} /> : undefined),
        controls: () => (
          <>
            <Foot pictures={pictures} lang={lang} />
            <Takeoff from={place} />
          </>
        ),
        iconLoading: () => <p className="lightbox-note yarl__slide_loading">{messages.loading}</p>,
        iconError: () => <Failed retry={retry} />,
        ...(isAlone ? { buttonPrev: () => null, buttonNext: () => null } : {}),
      }}
    />
  );
}
