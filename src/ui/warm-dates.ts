import type { DateFormat } from '../i18n/format-date.ts';
import { nextTask } from '../library/next-task.ts';

/**
 * Sets a first date, which takes as long as a whole page after it, in pieces between which the page answers. A browser looks
 * through all the languages it knows when it is first asked about one: a part of that for sorting, the rest for dates.
 */
export async function warmDates(dates: DateFormat): Promise<void> {
  Intl.Collator.supportedLocalesOf('en');
  await nextTask();
  Intl.DateTimeFormat.supportedLocalesOf('en');
  await nextTask();
  dates.clock(0);
  await nextTask();
}
