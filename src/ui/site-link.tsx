import type { ComponentProps, MouseEvent } from 'react';
import { withBase } from '../edition/addresses.ts';
import { useApp } from './reader.tsx';

export type SiteLinkProps = Omit<ComponentProps<'a'>, 'href' | 'onClick'> & {
  /** An address of ours, without the base. */
  readonly to: string;
};

/** A click that asks for no other window and no download. */
export function isPlainClick(
  event: Pick<MouseEvent, 'button' | 'metaKey' | 'altKey' | 'ctrlKey' | 'shiftKey'>,
): boolean {
  return event.button === 0 && !(event.metaKey || event.altKey || event.ctrlKey || event.shiftKey);
}

/** A link to a page of ours: a plain one, because the router's own takes ten times as long, and lists hold many. */
export function SiteLink({ to, ...rest }: SiteLinkProps) {
  const { base, goTo } = useApp();
  const follow = (event: MouseEvent) => {
    if (goTo === null || event.defaultPrevented || !isPlainClick(event)) return;
    event.preventDefault();
    goTo(to);
  };
  return <a {...rest} href={withBase(base, to)} onClick={follow} />;
}
