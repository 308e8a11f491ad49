import { articlePath, withBase } from '../edition/addresses.ts';
import type { Alias } from '../edition/assign-ids.ts';
import { site } from '../site.ts';

/** Where a former address is kept, below the output folder. */
export function aliasFile({ from }: Alias): string {
  return /\.html?$/i.test(from) ? from : `${from}/index.html`;
}

/**
 * A page that leads from a former address to the present one, on any static server and without script.
 * @param base begins and ends with `/`
 */
export function redirectPage({ to }: Alias, title: string, siteUrl: string, base: string): string {
  const target = escapeText(withBase(base, articlePath(to)));
  return `<!doctype html>
<html lang="${escapeText(site.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<title>${escapeText(title)}</title>
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width">
<link rel="canonical" href="${escapeText(siteUrl)}${target}">
<meta http-equiv="refresh" content="0; url=${target}">
</head>
<body>
<p>→ <a href="${target}">${escapeText(title)}</a></p>
</body>
</html>
`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
