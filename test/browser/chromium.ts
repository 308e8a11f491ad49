import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { chromiumFlags } from '../chromium-flags.js';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function findChromium(): string | null {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names no file: ${named}`);
    return named;
  }
  return [...usualPlaces, chromium.executablePath()].find((path) => path !== '' && existsSync(path)) ?? null;
}

function attempt(command: string, ...args: string[]): void {
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 10 * 60_000 });
  } catch {
    // The next way is tried; if none works, that is what is said.
  }
}

/** Playwright's own download first, then Debian's package where we may install it. */
function installChromium(): string | null {
  console.log('no Chromium found: installing one');
  attempt('npx', 'playwright-core', 'install', 'chromium');
  const downloaded = findChromium();
  if (downloaded || process.getuid?.() !== 0) return downloaded;
  attempt('apt-get', 'update');
  attempt('apt-get', 'install', '-y', 'chromium', 'fonts-noto-cjk');
  return findChromium();
}

/** The path of a Chromium. @throws Error, one line, where there is none and none can be installed */
export function chromiumPath(): string {
  const found = findChromium() ?? installChromium();
  if (found) return found;
  throw new Error(
    'The browser tests need Chromium: install it, or set CHROME_PATH to a Chrome or Chromium executable.',
  );
}

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });
