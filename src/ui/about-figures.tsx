import { Fragment, useEffect, useSyncExternalStore } from 'react';
import type { EditionFigures, Figure } from '../edition/edition-figures.ts';
import { aboutWords } from '../i18n/about-words.ts';
import aboutCss from './about.css?inline';
import { addStyles } from './add-styles.ts';
import { DeviceStorage } from './device-storage.tsx';
import { useReader } from './reader.tsx';
import { useWords } from './use-words.ts';

const LEVELS = '▁▂▃▄▅▆▇█';

/** The more articles, the higher; none is a gap. */
function barOf(count: number, most: number): string {
  return count === 0 ? '\u2003' : (LEVELS[Math.ceil((count / most) * LEVELS.length) - 1] ?? '█');
}

/** Bars of letters: they need no element that pages may not have, nor an attribute for a style, and stand in printed pages as they are. */
function Bars({ periods }: { readonly periods: readonly Figure[] }) {
  const words = useWords(aboutWords);
  const { dates } = useReader();
  const most = Math.max(...periods.map(({ count }) => count));
  return (
    <figure className="bars-figure">
      <div className="letter-bars" role="img" aria-label={words.byPeriod}>
        {periods.map(({ name, count }) => (
          <span key={name} title={words.bar(name, dates.number(count))}>
            {barOf(count, most)}
          </span>
        ))}
      </div>
      <figcaption>
        <span>{periods[0]?.name}</span>
        {periods.length > 1 && <span> – {periods.at(-1)?.name}</span>}
        <span> · {words.atMost(dates.number(most))}</span>
      </figcaption>
    </figure>
  );
}

/** `简体中文`; the tag itself where the browser doesn't know the language. */
function languageName(tag: string, speaker: string): string {
  if (tag === 'und' || tag === '') return '—';
  try {
    return new Intl.DisplayNames(speaker, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function Files({ recovered, leftOut, reasons }: EditionFigures) {
  const words = useWords(aboutWords);
  const { dates } = useReader();
  return (
    <>
      <h2>{words.files}</h2>
      {recovered + leftOut === 0 && <p>{words.allWell}</p>}
      {recovered > 0 && <p>{words.recovered(dates.number(recovered))}</p>}
      {leftOut > 0 && <p>{words.leftOut(dates.number(leftOut))}</p>}
      {reasons.length > 0 && (
        // As the build says it to the owner.
        <ul className="reasons" lang="en">
          {reasons.map(({ name, count }) => (
            <li key={name}>
              <bdi>{name}</bdi> <span className="count">{dates.number(count)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Program({ version, packages }: EditionFigures) {
  const words = useWords(aboutWords);
  return (
    <>
      <h2>{words.program}</h2>
      <p>{words.version(version)}</p>
      <details>
        <summary>{words.packages}</summary>
        <ul className="packages">
          {packages.map((it) => (
            <li key={it.name}>
              {it.name} {it.version} <span className="count">{it.licence}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

let isStyled = false;

/** The sheet comes with the script: without it the drawing has its size all the same. */
function useStyles(): void {
  useEffect(() => {
    if (!isStyled) addStyles(aboutCss);
    isStyled = true;
  }, []);
}

const never = () => () => {};

/** The state of the edition, of this device and of the program. */
export function AboutFigures({ figures }: { readonly figures: EditionFigures }) {
  useStyles();
  const words = useWords(aboutWords);
  const { dates, lang, language } = useReader();
  // Printed pages are the same for every device.
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const { first, last, undated, languages, periods } = figures;
  const spoken = languages.map(({ name, count }) => `${languageName(name, lang)}\u00a0${dates.number(count)}`);
  return (
    // Another language is another text; see about-page.tsx.
    <Fragment key={language}>
      <h2>{words.edition}</h2>
      <p>
        {first !== null && last !== null && words.between(dates.dayAndClock(first), dates.dayAndClock(last))}
        {undated > 0 && words.undated(dates.number(undated))}
      </p>
      {periods.length > 0 && <Bars periods={periods} />}
      <p>{words.languages(dates.all(spoken))}</p>
      <Files {...figures} />
      {isLive && <DeviceStorage />}
      <Program {...figures} />
    </Fragment>
  );
}
