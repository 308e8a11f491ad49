import { keepsPhrases } from './keeps-phrases.ts';

export interface HeadlineProps {
  readonly title: string;
  /** Lines there is room for; any number where nothing is cut. */
  readonly room?: number;
}

/** A title set large, where a break in the wrong place is seen. */
export function Headline({ title, room = Number.POSITIVE_INFINITY }: HeadlineProps) {
  return <bdi className={keepsPhrases(title, room) ? 'phrases' : undefined}>{title}</bdi>;
}
