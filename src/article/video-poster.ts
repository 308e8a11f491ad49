import { pictureHost } from './picture-host.ts';

const siteOf = (host: string): string => host.split('.').slice(-2).join('.');

/**
 * The poster of a player's card; null where there is none to show. A poster is a picture of the article like any other, but
 * the player's own site is asked for nothing before someone presses play, so one that lies there is left out.
 */
export function posterToShow(player: string, poster: string): string | null {
  if (poster === '' || !URL.canParse(player)) return null;
  const host = pictureHost(poster);
  return host !== null && siteOf(host) === siteOf(new URL(player).host) ? null : poster;
}
