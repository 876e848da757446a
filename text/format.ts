/** Numbers, durations, times and plurals as all reports write them, whatever the locale of the machine. */

/** `12,345`. */
export function formatNumber(value: number): string {
  return value.toLocaleString('en-US');
}

/** `840 ms`, `4.2 s`, `2 min 5 s`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 999.5) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${formatNumber(Math.floor(seconds / 60))} min ${seconds % 60} s`;
}

/** `1 case`, `2 cases`, `1,000 cases`. */
export function plural(count: number, noun: string): string {
  const words = count === 1 ? noun : noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${formatNumber(count)} ${words}`;
}

/** `2026-11-22 13:05:31 UTC` of an RFC 3339 time; what is no time is given back as it is. */
export function formatTime(time: string): string {
  const moment = new Date(time);
  if (Number.isNaN(moment.getTime())) return time;
  return `${moment.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
