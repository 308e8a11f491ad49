import type { ReactNode } from 'react';
import { keepsPhrases } from './keeps-phrases.ts';

export interface HeadlineProps {
  readonly title: string;
  /** Lines there is room for; any number where nothing is cut. */
  readonly room?: number;
  /** Sets the title, where something in it is to be seen. */
  readonly marks?: ((title: string) => ReactNode) | undefined;
}

/** A title set large, where a break in the wrong place is seen. */
export function Headline({ title, room = Number.POSITIVE_INFINITY, marks }: HeadlineProps) {
  return <bdi className={keepsPhrases(title, room) ? 'phrases' : undefined}>{marks ? marks(title) : title}</bdi>;
}
