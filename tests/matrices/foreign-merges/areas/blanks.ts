/** Blanks around, between and instead of words, and what else is trimmed. */
import type { ForeignMerge } from '../merge.js';
import { foldedOrItself } from '../merge.js';

export const blankMerges = [
  {
    id: 'blanks/ecmascript-trim',
    field: 5,
    told: 'Input handlers trim, which takes no-break and ideographic spaces as well.',
    origin: 'ECMAScript String.prototype.trim',
    key: (subject) => subject.trim(),
    witnesses: [
      [' anna.schmidt', 'anna.schmidt'],
      ['anna.schmidt\u00a0', 'anna.schmidt'],
      ['田中\u3000', '田中'],
    ],
  },
  {
    id: 'blanks/sql-trim',
    field: 4,
    told: 'TRIM in SQL, and trim in PHP and Java, take ASCII blanks at both ends and no others.',
    origin: 'SQL:2016 TRIM',
    key: (subject) => subject.replace(/^ +| +$/g, ''),
    witnesses: [
      [' Anna Schmidt', 'Anna Schmidt'],
      ['Anna Schmidt ', 'Anna Schmidt'],
    ],
  },
  {
    id: 'blanks/collapsed',
    field: 5,
    told: 'CRM imports and Rails squish make one blank of many, of every kind, and trim.',
    origin: 'Rails ActiveSupport String#squish',
    key: (subject) => subject.replace(/\s+/gu, ' ').trim(),
    witnesses: [
      ['Anna  Schmidt', 'Anna Schmidt'],
      ['Anna\u00a0Schmidt', 'Anna Schmidt'],
    ],
  },
  {
    id: 'blanks/xml-collapsed',
    field: 3,
    told: 'A value of type xs:token, and text that passed through HTML, has its ASCII blanks collapsed.',
    origin: 'XML Schema 1.1 part 2, whiteSpace collapse',
    key: (subject) => subject.replace(/ +/g, ' ').replace(/^ | $/g, ''),
    witnesses: [
      ['Ole  Nilsen', 'Ole Nilsen'],
      [' Ole   Nilsen', 'Ole Nilsen'],
    ],
  },
  {
    id: 'blanks/removed',
    field: 4,
    told: 'Ids are cleaned of all white space, so that two words become one.',
    origin: 'the idiom replace(/\\s/g, "")',
    key: (subject) => subject.replace(/\s/g, ''),
    witnesses: [
      ['Anna Schmidt', 'AnnaSchmidt'],
      ['DE44 5001 0517 5407 3249 31', 'DE44500105175407324931'],
    ],
  },
  {
    id: 'blanks/ascii-removed',
    field: 3,
    told: "REPLACE(subject, ' ', '') in SQL takes out every ASCII blank.",
    origin: 'SQL REPLACE',
    key: (subject) => subject.replaceAll(' ', ''),
    witnesses: [
      ['Mary Ann', 'MaryAnn'],
      ['4716 2210 5188', '471622105188'],
    ],
  },
  {
    id: 'blanks/no-break-as-blank',
    field: 3,
    told: 'Text pasted from editors has its no-break spaces replaced.',
    origin: 'the idiom replace(/\\u00a0/g, " ")',
    key: (subject) => subject.replaceAll('\u00a0', ' '),
    witnesses: [
      ['Anna\u00a0Schmidt', 'Anna Schmidt'],
      ['M.\u00a0Durand', 'M. Durand'],
    ],
  },
  {
    id: 'blanks/typographic-as-blank',
    field: 2,
    told: 'Every space separator of Unicode becomes a blank, as in PRECIS and in many cleaners of text.',
    origin: 'RFC 8265, OpaqueString additional mapping',
    key: (subject) => subject.replace(/\p{Zs}/gu, ' '),
    witnesses: [
      ['Anna\u2009Schmidt', 'Anna Schmidt'],
      ['12\u202f345', '12 345'],
      ['山田\u3000太郎', '山田 太郎'],
    ],
  },
  {
    id: 'blanks/trailing-punctuation',
    field: 3,
    told: 'Cleaners of names strip punctuation at both ends.',
    origin: 'Python str.strip(string.punctuation)',
    key: (subject) => foldedOrItself(subject, (text) => text.replace(/^[\s!-/:-@[-`{-~]+|[\s!-/:-@[-`{-~]+$/g, '')),
    witnesses: [
      ['Anna Schmidt.', 'Anna Schmidt'],
      ['(anna)', 'anna'],
      ['anna_', 'anna'],
    ],
  },
  {
    id: 'blanks/quotes-around',
    field: 3,
    told: 'Readers of settings, headers and CSV take off one pair of quotes around a value.',
    origin: 'dotenv and RFC 9110 quoted-string',
    key: (subject) => foldedOrItself(subject, (text) => /^(["'`])(.*)\1$/su.exec(text)?.[2]),
    witnesses: [
      ['"Anna Schmidt"', 'Anna Schmidt'],
      ["'anna'", 'anna'],
    ],
  },
] satisfies readonly ForeignMerge[];
