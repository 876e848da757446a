/** Relations of dates and times: other writings of one moment. The moment follows from the word, a century from now. */
import { drawnDigits } from '../drawn.js';
import { type RelationDraft, variantsOf } from './relation.js';

const common = { source: 'iso-8601', class: 'date' } as const;

/** In July of a year from 2100 to 2199, at an hour that no offset below moves to another day. */
function moment(word: string): Date {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = [...drawnDigits(word, 5)].map(Number);
  return new Date(Date.UTC(2100 + a * 10 + b, 6, 10 + c, 12, 10 + d, 20 + e));
}

const utc = (word: string): string => moment(word).toISOString().replace('.000Z', 'Z');
const day = (word: string): string => utc(word).slice(0, 10);

export function dateRelations(): readonly RelationDraft[] {
  return [
    ...variantsOf({ slug: 'date-time', subject: utc }, common, [
      ['offset-zero', 'an offset of zero for Z', (s) => s.replace('Z', '+00:00')],
      ['milliseconds', 'milliseconds', (s) => s.replace('Z', '.000Z')],
      ['other-offset', 'the same moment two hours east', (s) => s.replace('T12', 'T14').replace('Z', '+02:00')],
      ['blank', 'a blank for T', (s) => s.replace('T', ' ')],
      ['no-zone', 'without Z', (s) => s.replace('Z', '')],
      ['lower-case', 'in lower case', (s) => s.toLowerCase()],
      ['seconds', 'in seconds since 1970', (_, word) => String(moment(word).getTime() / 1000)],
      ['epoch', 'in milliseconds since 1970', (_, word) => String(moment(word).getTime())],
      ['basic', 'without hyphens and colons', (s) => s.replace(/[-:]/g, '')],
      ['mail', 'as in a mail', (_, word) => moment(word).toUTCString().replace('GMT', '+0000')],
      ['http', 'as in an HTTP header', (_, word) => moment(word).toUTCString()],
      ['day-only', 'the day alone', (s) => s.slice(0, 10)],
      ['other-time', 'another second of the day', (s) => s.replace('T12', 'T13')],
      ['microseconds', 'microseconds', (s) => s.replace('Z', '.000000Z')],
      ['fraction', 'a fraction of the second', (s) => s.replace('Z', '.4Z')],
      ['unknown-offset', 'the unknown offset', (s) => s.replace('Z', '-00:00')],
      ['zone-name', 'the name of the zone', (s) => `${s.replace('T', ' ').replace('Z', '')} UTC`],
      ['offset-hours', 'an offset of hours alone', (s) => s.replace('Z', '+00')],
      ['offset-bare', 'an offset without a colon', (s) => s.replace('Z', '+0000')],
    ]),
    ...variantsOf({ slug: 'date', subject: day }, common, [
      ['midnight', 'the first moment of the day', (s) => `${s}T00:00:00Z`],
      ['basic', 'without hyphens', (s) => s.replaceAll('-', '')],
      ['slashes', 'slashes for hyphens', (s) => s.replaceAll('-', '/')],
      ['american', 'month, day and year', (s) => s.replace(/(....)-(..)-(..)/, '$2/$3/$1')],
      ['european', 'day, month and year with dots', (s) => s.replace(/(....)-(..)-(..)/, '$3.$2.$1')],
      ['british', 'day, month and year with slashes', (s) => s.replace(/(....)-(..)-(..)/, '$3/$2/$1')],
      ['no-zeros', 'without leading zeros', (s) => s.replace('-07-', '-7-')],
      ['words', 'the month in words', (s) => s.replace(/(....)-07-(..)/, '$2 July $1')],
      ['dots', 'dots for hyphens', (s) => s.replaceAll('-', '.')],
      ['two-digits', 'the year in two digits', (s) => s.slice(2)],
      ['month', 'the month alone', (s) => s.slice(0, 7)],
    ]),
    ...variantsOf({ slug: 'duration', subject: (word) => `PT${Number(drawnDigits(word, 6)) * 60}S` }, common, [
      ['minutes', 'in minutes', (s) => `PT${Number(s.slice(2, -1)) / 60}M`],
      ['seconds', 'the number of seconds', (s) => s.slice(2, -1)],
    ]),
  ];
}
