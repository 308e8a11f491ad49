import { useReader } from './reader.tsx';
import { useRecentMinutes } from './use-recent-minutes.ts';

export interface ArticleTimeProps {
  readonly date: number | null;
  /** In a list the day is known from the heading above. */
  readonly form: 'clock' | 'day-and-clock';
}

/** When an article appeared. The whole moment is in its title; within the hour it says how long ago. */
export function ArticleTime({ date, form }: ArticleTimeProps) {
  const { messages, dates } = useReader();
  const minutes = useRecentMinutes(date);
  // In a list the heading says so already.
  if (date === null) return form === 'clock' ? null : <span className="time">{messages.unknownDate}</span>;
  const absolute = () => (form === 'clock' ? dates.clock(date) : dates.dayAndClock(date));
  // The browser's calendar data may be of another year than the build's; what is printed is right as it is.
  return (
    <time className="time" dateTime={new Date(date).toISOString()} title={dates.moment(date)} suppressHydrationWarning>
      {minutes === null ? absolute() : minutes === 0 ? messages.justNow : dates.minutesAgo(minutes)}
    </time>
  );
}
