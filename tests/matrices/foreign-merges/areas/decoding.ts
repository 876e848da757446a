/** Subjects that are decoded once more than they were encoded, or end where a syntax ends. */
import he from 'he';
import ini from 'ini';
import libqp from 'libqp';
import qs from 'qs';
import type { ForeignMerge } from '../merge.js';
import { foldedOrItself } from '../merge.js';

/** The string that a parser made of the text, where it made one. */
const stringOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const decodingMerges = [
  {
    id: 'decoding/percent',
    field: 4,
    told: 'Percent encodings are decoded once too often.',
    origin: 'ECMAScript decodeURIComponent',
    key: (subject) => foldedOrItself(subject, decodeURIComponent),
    witnesses: [
      ['anna%40example.org', 'anna@example.org'],
      ['M%C3%BCller', 'Müller'],
    ],
  },
  {
    id: 'decoding/percent-twice',
    field: 3,
    told: 'A proxy and a framework each decode percent encodings.',
    origin: 'double decoding, CWE-174',
    key: (subject) => foldedOrItself(subject, (text) => decodeURIComponent(decodeURIComponent(text))),
    witnesses: [
      ['anna%2540example.org', 'anna@example.org'],
      ['50%2525', '50%'],
    ],
  },
  {
    id: 'decoding/plus-as-blank',
    field: 4,
    told: 'A plus that nobody encoded becomes a blank in a query or form, also that of a telephone number.',
    origin: 'WHATWG URL Standard, application/x-www-form-urlencoded',
    key: (subject) => subject.replaceAll('+', ' '),
    witnesses: [
      ['+4930901820', ' 4930901820'],
      ['anna+work@example.org', 'anna work@example.org'],
    ],
  },
  {
    id: 'decoding/query-parameter',
    field: 4,
    told: 'A subject put into a query as it is ends at the ampersand, loses its plus and is decoded.',
    origin: 'qs@6.17.1',
    key: (subject) =>
      foldedOrItself(subject, (text) => stringOf(qs.parse(`subject=${text.replace(/#.*$/su, '')}`).subject)),
    witnesses: [
      ['Tom & Jerry', 'Tom & Jane'],
      ['a=b&c=d', 'a=b'],
      ['Anna+S', 'Anna S'],
    ],
  },
  {
    id: 'decoding/html-entities',
    field: 4,
    told: 'Entities are decoded, as when text was escaped on the way in.',
    origin: 'he@1.2.0 decode',
    key: (subject) => he.decode(subject),
    witnesses: [
      ['Tom &amp; Jerry', 'Tom & Jerry'],
      ['Sean O&#39;Hara', "Sean O'Hara"],
      ['M&uuml;ller', 'Müller'],
    ],
  },
  {
    id: 'decoding/html-entities-twice',
    field: 2,
    told: 'Entities that were escaped twice are decoded twice.',
    origin: 'he@1.2.0 decode',
    key: (subject) => he.decode(he.decode(subject)),
    witnesses: [
      ['Tom &amp;amp; Jerry', 'Tom & Jerry'],
      ['O&amp;#39;Hara', "O'Hara"],
    ],
  },
  {
    id: 'decoding/html-escaped-basics',
    field: 3,
    told: 'Only the five characters of markup are decoded.',
    origin: 'lodash.unescape, PHP htmlspecialchars_decode',
    key: (subject) =>
      subject.replace(
        /&(amp|lt|gt|quot|#0?39);/g,
        (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name] ?? "'",
      ),
    witnesses: [
      ['B&amp;B', 'B&B'],
      ['&lt;anna&gt;', '<anna>'],
    ],
  },
  {
    id: 'decoding/json-escapes',
    field: 3,
    told: 'A text put between quotes and read as JSON has its escapes decoded.',
    origin: 'RFC 8259 section 7',
    key: (subject) => foldedOrItself(subject, (text) => stringOf(JSON.parse(`"${text}"`))),
    witnesses: [
      ['M\\u00fcller', 'Müller'],
      ['team\\/anna', 'team/anna'],
    ],
  },
  {
    id: 'decoding/unicode-escapes',
    field: 2,
    told: 'Escapes of Java properties, JavaScript and Python are decoded.',
    origin: 'Java native2ascii -reverse, Python unicode_escape',
    key: (subject) =>
      subject.replace(
        /\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|%u([0-9a-f]{4})/gi,
        (_, wide?: string, narrow?: string, old?: string) =>
          String.fromCharCode(Number.parseInt(wide ?? narrow ?? old ?? '', 16)),
      ),
    witnesses: [
      ['Jos\\u00e9', 'José'],
      ['Jos\\xe9', 'Jos%u00E9'],
    ],
  },
  {
    id: 'decoding/backslashes-stripped',
    field: 3,
    told: 'Backslashes are taken for escapes and dropped.',
    origin: 'PHP stripslashes',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/\\(.?)/gsu, '$1')),
    witnesses: [
      ["O\\'Hara", "O'Hara"],
      ['CORP\\anna', 'CORPanna'],
    ],
  },
  {
    id: 'decoding/doubled-quotes',
    field: 2,
    told: 'Quotes that SQL or CSV doubled become single ones.',
    origin: 'SQL and RFC 4180 quoting',
    key: (subject) => subject.replaceAll("''", "'").replaceAll('""', '"'),
    witnesses: [
      ["O''Hara", "O'Hara"],
      ['Anna ""Ann"" Lee', 'Anna "Ann" Lee'],
    ],
  },
  {
    id: 'decoding/quoted-printable',
    field: 1,
    told: 'A body in quoted-printable is decoded although it was not encoded.',
    origin: 'libqp@3.0.1',
    key: (subject) =>
      foldedOrItself(subject, (text) => (/=[0-9A-F]{2}/.test(text) ? libqp.decode(text).toString() : text)),
    witnesses: [
      ['Anna=20Schmidt', 'Anna Schmidt'],
      ['Ren=C3=A9', 'René'],
    ],
  },
  {
    id: 'decoding/shell-word',
    field: 2,
    told: 'A shell takes off quotes and backslashes and makes one blank of many.',
    origin: 'POSIX shell, quote removal and field splitting with echo',
    key: (subject) =>
      foldedOrItself(subject, (text) => text.replace(/["']/g, '').replace(/\\(.)/gsu, '$1').replace(/ +/g, ' ').trim()),
    witnesses: [
      ["Sean O'Hara", 'Sean OHara'],
      ['"Anna"  Lee', 'Anna Lee'],
    ],
  },
  {
    id: 'decoding/ini-value',
    field: 2,
    told: 'Values of settings end at a semicolon or number sign and lose their quotes.',
    origin: 'ini@6.0.0',
    key: (subject) =>
      foldedOrItself(subject, (text) => {
        const { subject: value } = ini.parse(`subject=${text.replace(/[\r\n]/g, ' ')}`);
        return typeof value === 'object' ? undefined : String(value);
      }),
    witnesses: [
      ['anna;work', 'anna;home'],
      ['anna # vip', 'anna'],
    ],
  },
  {
    id: 'decoding/cookie-value',
    field: 2,
    told: 'A value of a cookie ends at the semicolon and loses the blanks around it.',
    origin: 'RFC 6265 section 5.2',
    key: (subject) => foldedOrItself(subject, (text) => text.split(';')[0]?.trim()),
    witnesses: [
      ['anna; path=/', 'anna'],
      ['Anna Lee ;1', 'Anna Lee'],
    ],
  },
  {
    id: 'decoding/sprintf-percent',
    field: 1,
    told: 'A subject taken for a format has its doubled percent signs halved.',
    origin: 'C printf, Python % formatting',
    key: (subject) => subject.replaceAll('%%', '%'),
    witnesses: [
      ['100%% Anna', '100% Anna'],
      ['50%%', '50%'],
    ],
  },
  {
    id: 'decoding/hash-comment',
    field: 1,
    told: 'Lines of hosts, env and CSV files end at a number sign behind a blank.',
    origin: 'dotenv, hosts(5)',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/\s+#.*$/su, '')),
    witnesses: [
      ['anna #1', 'anna #2'],
      ['Suite #400', 'Suite'],
    ],
  },
] satisfies readonly ForeignMerge[];
