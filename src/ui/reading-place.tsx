import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { CONTINUE } from '../edition/addresses.ts';
import type { Row } from '../edition/row.ts';
import { placeWords } from '../i18n/place-words.ts';
import { keptTitle } from '../library/marks.ts';
import { type Place, places, withoutPlaces, withPlaces } from '../library/places.ts';
import { goToPlace, placeOf, textProgress } from '../library/text-place.ts';
import { useReader } from './reader.tsx';
import { usePercent } from './use-percent.ts';
import { useWords } from './use-words.ts';

/** Thousandths: what is less is no place yet, and what is more is read. */
const BEGUN = 30;
const FINISHED = 980;
/** A place is kept when the page has come to rest. */
const SETTLE_MS = 300;
/** Whoever has scrolled so many windows has seen the offer, and reads on without it. */
const PATIENCE = 1.5;

const bodyOf = () => document.querySelector('.article-body:not([aria-busy])');

/** The text, once all of it is drawn. */
async function wholeBody(): Promise<Element | null> {
  for (let frame = 0; frame < 120; frame++) {
    const body = bodyOf();
    if (body) return body;
    await new Promise(requestAnimationFrame);
  }
  return null;
}

/** Goes to a place, and goes on reading from there for those who can't see it. */
async function readOn(place: Place): Promise<void> {
  const body = await wholeBody();
  const block = body && goToPlace(body, place);
  if (!(block instanceof HTMLElement)) return;
  block.tabIndex = -1;
  block.focus({ preventScroll: true });
  block.addEventListener('blur', () => block.removeAttribute('tabindex'), { once: true });
}

/** Whether this visit was asked to begin at the place. Once: whoever comes back is where they were. */
function takeWish(): boolean {
  const { hash, pathname, search } = window.location;
  if (hash !== CONTINUE) return false;
  window.history.replaceState(window.history.state, '', pathname + search);
  return true;
}

const thousandths = (body: Element | null): number | null => {
  const progress = body && textProgress(body);
  return progress === null ? null : Math.round(progress * 1000);
};

/** Keeps the place of this visit. `guard`: a place further on that nobody has returned to yet, nor read as far. */
function keepPlace({ id, title, source }: Row, guard: RefObject<Place | null>, onPast: () => void): void {
  const body = bodyOf();
  const progress = thousandths(body);
  if (!body || progress === null || progress < BEGUN) return;
  if (guard.current && progress < guard.current.progress) return;
  guard.current = null;
  onPast();
  const at = placeOf(body);
  if (progress >= FINISHED || !at) return places.update(withoutPlaces(new Set([id])));
  const place = { id, at: Date.now(), progress, title: keptTitle(title), source: source?.name ?? '', ...at };
  places.update(withPlaces([place]));
}

/** Calls back when the page has been scrolled and has come to rest, and when it is left. */
function useRest(onRest: () => void): void {
  const rest = useEffectEvent(onRest);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      clearTimeout(timer);
      timer = setTimeout(() => rest(), SETTLE_MS);
    };
    const leave = () => rest();
    window.addEventListener('scroll', settle, { passive: true });
    window.addEventListener('pagehide', leave);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', settle);
      window.removeEventListener('pagehide', leave);
    };
  }, []);
}

/** A thin line above the page: how much of the text has been read. */
function ProgressBar() {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let frame = 0;
    const draw = () => {
      frame = 0;
      const body = document.querySelector('.article-body');
      if (bar.current) bar.current.style.transform = `scaleX(${(body && textProgress(body)) ?? 0})`;
    };
    const follow = () => {
      frame ||= requestAnimationFrame(draw);
    };
    follow();
    window.addEventListener('scroll', follow, { passive: true });
    window.addEventListener('resize', follow);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', follow);
      window.removeEventListener('resize', follow);
    };
  }, []);
  return <div ref={bar} className="reading-progress" aria-hidden="true" />;
}

interface OfferProps {
  readonly place: Place;
  readonly onTake: () => void;
  readonly onClose: () => void;
}

function Offer({ place, onTake, onClose }: OfferProps) {
  const { messages } = useReader();
  const words = useWords(placeWords);
  const percent = usePercent();
  return (
    <aside className="read-on" aria-label={words.readOn}>
      <span role="status">{words.lastReadTo(percent(place.progress))}</span>
      <button type="button" className="go" onClick={onTake}>
        {words.readOn}
      </button>
      <button type="button" aria-label={messages.close} onClick={onClose}>
        ×
      </button>
    </aside>
  );
}

/**
 * Keeps the place in an article, and offers the one that was kept. It is gone to only when that was asked for: by the address
 * (a link that says "continue") or by the offer's button.
 */
export function ReadingPlace({ row }: { readonly row: Row }) {
  const [offer, setOffer] = useState<Place | null>(null);
  /** What is not overwritten by those who begin anew, before they are as far. */
  const guard = useRef<Place | null>(null);

  useEffect(() => {
    const place = places.get().find(({ id }) => id === row.id) ?? null;
    const isWished = takeWish();
    if (!place) return;
    if (isWished) return void readOn(place);
    const progress = thousandths(document.querySelector('.article-body'));
    // Whoever comes back, or comes for another place, is where they want to be.
    if (progress === null || progress >= BEGUN || window.location.hash !== '') return;
    guard.current = place;
    setOffer(place);
  }, [row.id]);

  useRest(() => {
    keepPlace(row, guard, () => setOffer(null));
    if (window.scrollY > window.innerHeight * PATIENCE) setOffer(null);
  });

  const take = () => {
    guard.current = null;
    setOffer(null);
    if (offer) void readOn(offer);
  };
  const close = () => {
    guard.current = null;
    setOffer(null);
  };
  return (
    <>
      <ProgressBar />
      {offer && <Offer place={offer} onTake={take} onClose={close} />}
    </>
  );
}
