const DAY = 86_400_000;

/** The day `2026-11-23` names, counted from 1970-01-01; null where it names none, or one before 1970. */
export function dayOfText(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const day = Math.floor(Date.parse(`${text}T00:00:00Z`) / DAY);
  // Some engines read 30 February as a day of March.
  return day >= 0 && textOfDay(day) === text ? day : null;
}

/** `2026-11-23` for a day counted from 1970-01-01. */
export function textOfDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
