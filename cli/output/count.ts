/** Numbers for people: `1,204 requests`, `1 conversation`, `25 s`, `3 min 20 s`. */

const format = new Intl.NumberFormat('en');

/** A count with its noun, in the singular for one. */
export function countOf(count: number, noun: string): string {
  return `${format.format(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A time in seconds, rounded up. */
export function timeOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
  return minutes % 60 === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
