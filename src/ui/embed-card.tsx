import { useState } from 'react';
import { site } from '../site.ts';
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
  /** The page to open where the player can't run. */
  readonly fallback: string;
}

/** A player that is asked for nothing until someone presses play. */
export function EmbedCard({ src, title, fallback }: EmbedCardProps) {
  const { messages } = useReader();
  const [playing, setPlaying] = useState(false);
  const host = embedHost(src);
  if (playing && host) {
    return (
      <div className="embed">
        {/* Some players refuse to run when they can't see which site embeds them, so the origin is told after the click. */}
        <iframe
          src={src}
          title={title || messages.embedFrom(host)}
          sandbox="allow-scripts allow-same-origin allow-presentation allow-popups"
          referrerPolicy="strict-origin-when-cross-origin"
          allow="fullscreen; encrypted-media; picture-in-picture"
        />
      </div>
    );
  }
  return (
    <div className="embed">
      <p className="embed-title">{title || messages.embedFrom(host ?? '')}</p>
      {host && (
        <button type="button" onClick={() => setPlaying(true)}>
          ▶ {messages.playVideo}
        </button>
      )}
      <p className="embed-note">
        {host && title && <span>{host} · </span>}
        <a href={fallback} target="_blank" rel="noopener noreferrer nofollow ugc" referrerPolicy="no-referrer">
          {messages.openThere}
        </a>
        {host && <span> · {messages.embedNote}</span>}
      </p>
    </div>
  );
}
