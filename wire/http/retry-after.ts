/** Reading of Retry-After (RFC 9110, section 10.2.3): how long a service asks to wait. */
import type { HeaderField } from '../request.js';
import { fieldIn } from './field-values.js';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The three date forms of RFC 9110, section 5.6.7; all of them are in UTC, whatever `Date.parse` makes of them. */
const dateForms = [
  /^[a-z]{3}, (?<day>\d\d) (?<month>[a-z]{3}) (?<year>\d{4}) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) GMT$/i,
  /^[a-z]{6,9}, (?<day>\d\d)-(?<month>[a-z]{3})-(?<year>\d\d) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) GMT$/i,
  /^[a-z]{3} (?<month>[a-z]{3}) (?<day>[ \d]\d) (?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d) (?<year>\d{4})$/i,
];

/** Milliseconds since 1970 of an HTTP-date; undefined when the text is not one. */
function parseHttpDate(text: string, wallMs: number): number | undefined {
  for (const form of dateForms) {
    const groups = form.exec(text)?.groups;
    if (groups === undefined) continue;
    const { day = '', month = '', year = '', hour = '', minute = '', second = '' } = groups;
    const monthIndex = months.indexOf(month.toLowerCase());
    if (monthIndex < 0) return undefined;
    const fullYear = year.length === 4 ? Number(year) : nearestYear(Number(year), wallMs);
    return Date.UTC(fullYear, monthIndex, Number(day), Number(hour), Number(minute), Number(second));
  }
  return undefined;
}

/** A year of two digits that seems more than 50 years ahead belongs to the century before. */
function nearestYear(twoDigits: number, wallMs: number): number {
  const now = new Date(wallMs).getUTCFullYear();
  const year = now - (now % 100) + twoDigits;
  return year > now + 50 ? year - 100 : year;
}

/**
 * Milliseconds that an answer asks to wait, not yet bounded; undefined when it does not say, or says nothing usable
 * (a negative number, a date gone by, anything else).
 *
 * A date is taken relative to the answer's own Date field where there is one: the clocks need not agree.
 *
 * @param wallMs the time here, in milliseconds since 1970.
 */
export function retryAfterMs(fields: readonly HeaderField[], wallMs: number): number | undefined {
  const value = fieldIn(fields, 'retry-after')?.trim();
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const at = parseHttpDate(value, wallMs);
  if (at === undefined) return undefined;
  const from = parseHttpDate(fieldIn(fields, 'date')?.trim() ?? '', wallMs) ?? wallMs;
  return at >= from ? at - from : undefined;
}
