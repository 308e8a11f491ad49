import { useEffect, useState } from 'react';
import { articlePath, withBase } from '../edition/addresses.ts';
import { dayNumber } from '../edition/day-number.ts';
import type { Row } from '../edition/row.ts';
import { type ShareWords, shareWords } from '../i18n/share-words.ts';
import { drawPoster, type PosterContent, type PosterFonts } from '../library/draw-poster.ts';
import { shareAddress } from '../library/share-address.ts';
import { site } from '../site.ts';
import { addStyles } from './add-styles.ts';
import posterCss from './poster.css?inline';
import { type Reader, useReader } from './reader.tsx';
import { SheetDialog } from './sheet-dialog.tsx';
import { useWords } from './use-words.ts';

addStyles(posterCss);

interface PosterProps {
  readonly row: Row;
  /** The passage that was selected; null for the article's first words. */
  readonly quote: string | null;
}

interface Poster {
  /** The picture as data: the page's policy lets it show no other that it has made. */
  readonly src: string;
  readonly file: File;
  /** The file's address, to save it from; until it is revoked. */
  readonly href: string;
}

function familyOf(selector: string): string {
  return getComputedStyle(document.querySelector(selector) ?? document.body).fontFamily;
}

/** What the article on the page is set in. */
function fontsOf(): PosterFonts {
  return { name: familyOf('.masthead .name'), serif: familyOf('.story h1'), sans: familyOf('.story .byline') };
}

/** Of many short texts the first words are the title. */
function firstWords({ title, excerpt }: Row): string {
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  return plain(title).includes(plain(excerpt)) ? '' : excerpt;
}

function contentOf({ row, quote }: PosterProps, { posterCode }: ShareWords, { base, dates }: Reader): PosterContent {
  return {
    name: site.name,
    section: row.category.map(({ name }) => name).join(' › '),
    title: row.title,
    source: row.source?.name ?? '',
    day: row.date === null ? '' : dates.dayHeading(dayNumber(row.date, site.timeZone), true),
    text: quote ?? firstWords(row),
    isQuote: quote !== null,
    invitation: posterCode,
    address: shareAddress(withBase(base, articlePath(row.id))),
  };
}

function asData(file: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}

function asBlob(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('The picture is too large.'))), 'image/png');
  });
}

async function printPoster(canvas: HTMLCanvasElement, name: string): Promise<Poster> {
  const file = new File([await asBlob(canvas)], `${name}.png`, { type: 'image/png' });
  return { file, src: await asData(file), href: URL.createObjectURL(file) };
}

/** The poster once it is drawn; `failed` where the browser can't. */
function usePoster(props: PosterProps): Poster | 'failed' | null {
  const reader = useReader();
  const words = useWords(shareWords);
  const [poster, setPoster] = useState<Poster | 'failed' | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn once, of what was asked for
  useEffect(() => {
    let [left, href] = [false, ''];
    const draw = async () => printPoster(drawPoster(contentOf(props, words, reader), fontsOf()), props.row.id);
    draw().then(
      (drawn) => {
        href = drawn.href;
        if (left) URL.revokeObjectURL(href);
        else setPoster(drawn);
      },
      () => setPoster('failed'),
    );
    return () => {
      left = true;
      URL.revokeObjectURL(href);
    };
  }, []);
  return poster;
}

function PosterActions({ poster, title }: { readonly poster: Poster; readonly title: string }) {
  const words = useWords(shareWords);
  const [failed, setFailed] = useState(false);
  const data = { files: [poster.file], title };
  const share = async () => {
    try {
      await navigator.share(data);
    } catch (error) {
      setFailed(!(error instanceof DOMException && error.name === 'AbortError'));
    }
  };
  return (
    <>
      <p className="actions">
        <a href={poster.href} download={poster.file.name}>
          {words.savePicture}
        </a>
        {navigator.canShare?.(data) && (
          <button type="button" onClick={share}>
            {words.sharePicture}
          </button>
        )}
      </p>
      <p className="hold" role="status">
        {failed ? words.systemShareFailed : words.holdToSave}
      </p>
    </>
  );
}

/** A picture of the article to hand on: what people send each other where links are not opened. */
export function PosterDialog({ onClose, ...props }: PosterProps & { readonly onClose: () => void }) {
  const words = useWords(shareWords);
  const poster = usePoster(props);
  return (
    <SheetDialog name="poster-sheet" heading={words.poster} onClose={onClose}>
      {(poster === null || poster === 'failed') && (
        <p className="note" role="status">
          {poster === null ? words.drawing : words.posterFailed}
        </p>
      )}
      {poster !== null && poster !== 'failed' && (
        <>
          <PosterActions poster={poster} title={props.row.title} />
          <img src={poster.src} alt={words.posterOf(props.row.title)} />
        </>
      )}
    </SheetDialog>
  );
}
