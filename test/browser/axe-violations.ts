import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

// The pages' own policy refuses scripts that are added to them, but not what a debugger evaluates.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it stands, in each of the three themes: theme, rule, element, reason. */
export async function violationsInThemes(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(axe);
  const found: string[] = [];
  for (const theme of ['light', 'sepia', 'dark']) {
    const { violations } = await page.evaluate<AxeResults, string>((name) => {
      document.documentElement.dataset.theme = name;
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      return axe.run(document, { resultTypes: ['violations'] });
    }, theme);
    for (const { id, nodes } of violations) {
      found.push(...nodes.map((node) => `${theme} ${id}: ${node.html} ${node.failureSummary}`));
    }
  }
  await page.evaluate(() => delete document.documentElement.dataset.theme);
  return found;
}
