import type { Root } from 'hast';

/** How the text after the front matter is written. */
export type BodyFormat = 'html' | 'markdown' | 'text';

/** What newspapers set small at the end of an article. */
export interface SmallPrint {
  readonly editor?: string;
  readonly originalTitle?: string;
  /** Where the text came from, as the article itself says (`来源：…`). */
  readonly credit?: string;
  /** An absolute `http(s):` address. */
  readonly originalUrl?: string;
}

/** A block the cleaning took away, so that a reader can see what and ask for it. */
export interface Removed {
  readonly kind:
    | 'advert'
    | 'app-promotion'
    | 'avatar'
    | 'hidden'
    | 'qr-code'
    | 'script'
    | 'share-bar'
    | 'style'
    | 'tracker'
    | 'widget';
  /** Its text, or the address of its picture; at most 200 characters. */
  readonly text: string;
}

/**
 * What readers are told when they don't see all that a file holds: only its first part was read (`cut`), elements nest too
 * deep (`flattened`), or there are too many of them (`unformatted`).
 */
export type Notice = 'cut' | 'flattened' | 'unformatted';

/** An article's body, ready to be shown: nothing in `tree` is outside the allow-list. */
export interface Body {
  readonly tree: Root;
  readonly smallPrint: SmallPrint;
  readonly removed: readonly Removed[];
  /** Absent where there is nothing to tell. */
  readonly notices?: readonly Notice[];
}

/** A file of the owner's that a body refers to by a relative address. */
export interface LocalReference {
  /** Root-relative address inside the site, without the base path: `/a/k3…/`, `/media/….webp`. */
  readonly href: string;
  /** Pixels, for pictures. */
  readonly width?: number;
  readonly height?: number;
}

/** What a body is read with besides its own text. */
export interface BodyContext {
  readonly title: string;
  readonly format: BodyFormat;
  /** The file is larger than what is read of one. */
  readonly isCut?: boolean;
  /** Where the front matter says the article was first published; what the body itself says goes before it. */
  readonly original?: string;
  /** Relative addresses as written in the file → the site's own. A plain object, because it travels in modules. */
  readonly references: Readonly<Record<string, LocalReference>>;
}
