import { useReader } from './reader.tsx';

const MEGABYTE = 1_000_000;

/** Writes a number of bytes as people say it: `3.4 MB`, `1.2 GB`. */
export function useSizeText(): (bytes: number) => string {
  const { dates } = useReader();
  return (bytes) => {
    const megabytes = bytes / MEGABYTE;
    if (megabytes >= 1000) return `${dates.number(Math.round(megabytes / 100) / 10)} GB`;
    return `${dates.number(megabytes < 10 ? Math.round(megabytes * 10) / 10 : Math.round(megabytes))} MB`;
  };
}
