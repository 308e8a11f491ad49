const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  // `h23`, because midnight is hour 0, not 24.
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

/**
 * Milliseconds a zone's clocks are ahead of UTC at an instant. Throws a RangeError for a zone that doesn't exist.
 */
function zoneOffset(instant: number, timeZone: string): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(instant / 1000) * 1000;
}

const DAY = 86_400_000;

/**
 * The instant at which a zone's clocks show `local` (milliseconds, as if the clock's time were UTC). Of two such
 * instants, when clocks go back, the earlier; a time that clocks skip is read with the offset before the jump.
 */
export function instantOfLocal(local: number, timeZone: string): number {
  const before = zoneOffset(local - DAY, timeZone);
  const after = zoneOffset(local + DAY, timeZone);
  const candidates = [local - before, local - after].filter(
    (instant) => instant + zoneOffset(instant, timeZone) === local,
  );
  return candidates.length === 0 ? local - before : Math.min(...candidates);
}
