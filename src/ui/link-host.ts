const looksLikeHost = /[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/u;

function hostOf(address: string): string | null {
  try {
    return new URL(address).hostname.toLowerCase().replace(/^www\./, '');
  } catch {
    return null;
  }
}

/** Looking at the beginning only keeps the search linear, however long a link's text is. */
function hostInText(text: string): string | null {
  const found = looksLikeHost.exec(text.slice(0, 200))?.[0];
  return found && /[^\d.]/.test(found) ? hostOf(`https://${found}`) : null;
}

/**
 * The host to name beside an outside link: where its text looks like another host, or the host is written in letters
 * that imitate others. Null where the text doesn't mislead.
 */
export function hostToShow(text: string, address: string): string | null {
  const host = hostOf(address);
  if (!host) return null;
  if (host.split('.').some((label) => label.startsWith('xn--'))) return host;
  const claimed = hostInText(text);
  return claimed === null || claimed === host || host.endsWith(`.${claimed}`) ? null : host;
}
