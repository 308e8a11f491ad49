import type { ComponentProps } from 'react';
import { Link } from 'react-router';
import { withBase } from '../edition/addresses.ts';
import { useReader } from './reader.tsx';

export type SiteLinkProps = Omit<ComponentProps<'a'>, 'href'> & {
  /** An address of ours, without the base. */
  readonly to: string;
};

/** A link to a page of ours, without the router's mark for servers that look for links. */
export function SiteLink({ to, ...rest }: SiteLinkProps) {
  const { base, store } = useReader();
  // Printed: what the router would make of it, which takes it ten times as long.
  if (store === null) return <a {...rest} href={withBase(base, to)} />;
  return <Link discover="none" to={to} {...rest} />;
}
