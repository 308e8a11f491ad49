import { useEffect, useRef, useState } from 'react';
import { pictureHost } from '../article/picture-host.ts';
import { posterToShow } from '../article/video-poster.ts';
import { site } from '../site.ts';
import { usePictureChoice } from './picture-choice.tsx';
import { useReader } from './reader.tsx';

/** The host of an address that may be embedded; null for every other address. */
export function embedHost(address: string): string | null {
  try {
    const { protocol, hostname } = new URL(address);
    const allowed = site.embedHosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
    return protocol === 'https:' && allowed ? hostname : null;
  } catch {
    return null;
  }
}

export interface EmbedCardProps {
  /** The player's address. */
  readonly src: string;
  readonly title: string;
  /** An https address, or ''. */
  readonly poster: string;
  /** The page to open where the player can't run. */
  readonly fallback: string;
}

/** A poster is one of the article's pictures and comes as the reader's setting has it; but it never waits on the card. */
function Poster({ src }: { readonly src: string }) {
  const { setting, all } = usePictureChoice();
  const [failed, setFailed] = useState(false);
  const far = pictureHost(src) !== null;
  if (failed || (far && setting !== 'always' && !all)) return null;
  return (
    <img
      className={far && !all ? 'poster far' : 'poster'}
      src={src}
      alt=""
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      onError={() => setFailed(true)}
    />
  );
}

/** The player itself, focused: whoever pressed play goes on there. */
function Player({ src, title }: { readonly src: string; readonly title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => frame.current?.focus(), []);
  return (
    // Some players refuse to run when they can't see which site embeds them, so the origin is told after the click.
    <iframe
      ref={frame}
      src={src}
      title={title}
      sandbox="allow-scripts allow-same-origin allow-presentation allow-popups"
      referrerPolicy="strict-origin-when-cross-origin"
      allow="autoplay; fullscreen; encrypted-media; picture-in-picture"
    />
  );
}

/** A player whose site is asked for nothing until someone presses play. */
export function EmbedCard({ src, title, poster, fallback }: EmbedCardProps) {
  const { messages } = useReader();
  const [playing, setPlaying] = useState(false);
  const host = embedHost(src);
  const name = title || messages.embedFrom(host ?? '');
  const shownPoster = posterToShow(src, poster);
  return (
    <div className="embed">
      <div className="screen">
        {playing && host ? (
          <Player src={src} title={name} />
        ) : (
          <>
            {shownPoster && <Poster src={shownPoster} />}
            <p className="embed-title">{name}</p>
            {host && (
              <button type="button" onClick={() => setPlaying(true)}>
                ▶ {messages.playVideo}
              </button>
            )}
          </>
        )}
      </div>
      <p className="embed-note dotted">
        {host && <bdi>{host}</bdi>}
        <span>
          <a href={fallback} target="_blank" rel="noopener noreferrer nofollow ugc" referrerPolicy="no-referrer">
            {messages.openThere}
          </a>
        </span>
        {host && !playing && <span>{messages.embedNote}</span>}
      </p>
    </div>
  );
}
