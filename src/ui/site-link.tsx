import type { ComponentProps } from 'react';
import { Link } from 'react-router';

/** A link to a page of ours, without the router's mark for servers that look for links. */
export function SiteLink(props: ComponentProps<typeof Link>) {
  return <Link discover="none" {...props} />;
}
