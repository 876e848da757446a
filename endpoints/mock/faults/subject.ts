/** Faults of Body › participants.subject: what it may be and hold. */

import { deflateRawSync } from 'node:zlib';
import { fits, is, readsEntries, refusesWhen, serviceFailed, takesMember } from '../hooks.js';
import { faultsOf, rowsBy } from '../named-behaviour.js';

const takesForAnonymous = rowsBy((condition: (subject: unknown) => boolean) =>
  takesMember('subject', 'anonymous', condition),
);

/** Writes a subject of another type as text where the condition holds. */
const coerces = rowsBy((condition: (subject: unknown) => boolean) =>
  readsEntries((entry) => (condition(entry.subject) ? { ...entry, subject: JSON.stringify(entry.subject) } : entry)),
);

const refuses = rowsBy((condition: (subject: string) => boolean) => refusesWhen(({ pair }) => condition(pair[1])));

/** Breaks down over a subject. */
const fails = rowsBy((condition: (subject: string) => boolean) =>
  refusesWhen(({ pair }) => condition(pair[1]), serviceFailed),
);

/** Refuses subjects longer than a limit, in UTF-16 units. */
const limits = rowsBy((limit: number) => refusesWhen(({ pair }) => pair[1].length > limit));

const beyondTheBasicPlane = fits(/[\u{10000}-\u{10FFFF}]/u);

export const subjectFaults = faultsOf('subject', {
  'body/participants/subject/required': takesForAnonymous({
    'not-required': ['Calls a participant without a subject anonymous.', is(undefined), 'smoke'],
  }),
  'body/participants/subject/string': coerces({
    'accepts-numbers': ['Takes a number for the text of its digits.', (subject) => typeof subject === 'number'],
    'accepts-booleans': ['Takes a truth value for its name.', (subject) => typeof subject === 'boolean'],
    'accepts-null': ['Takes null for the text null.', is(null)],
    'accepts-structures': [
      'Takes a list or an object for its JSON text.',
      (subject) => typeof subject === 'object' && subject !== null,
    ],
  }),
  'body/participants/subject/non-empty': takesForAnonymous({
    'accepts-empty': ['Calls a participant with an empty subject anonymous.', is(''), 'smoke'],
  }),
  'body/participants/subject/any-text': {
    ...refuses({
      'ascii-only': ['Refuses every letter beyond ASCII.', fits(/[^\p{ASCII}]/u)],
      'latin-only': ['Refuses scripts other than Latin.', fits(/(?!\p{Script=Latin})\p{L}/u)],
      'refuses-emoji': ['Refuses code points beyond the basic plane.', beyondTheBasicPlane],
    }),
    ...fails({
      'fails-on-emoji': ['Cannot store code points of four bytes.', beyondTheBasicPlane],
    }),
    ...refuses({
      'refuses-marks': ['Refuses combining marks.', fits(/\p{M}/u)],
      'refuses-right-to-left': ['Refuses Arabic and Hebrew.', fits(/[\p{Script=Arabic}\p{Script=Hebrew}]/u)],
    }),
    ...fails({
      'fails-on-apostrophes': [
        'Puts the subject into a statement of its database as it is.',
        (subject) => subject.includes("'"),
      ],
    }),
    ...refuses({
      'refuses-quotes': ['Refuses double quotes.', (subject) => subject.includes('"')],
      'refuses-backslashes': ['Refuses backslashes.', (subject) => subject.includes('\\')],
      'refuses-angle-brackets': ['Refuses what looks like markup.', fits(/[<>]/)],
      'refuses-percent': ['Refuses percent signs.', (subject) => subject.includes('%')],
      'refuses-blanks': ['Refuses blanks inside.', fits(/\S \S/)],
      'refuses-punctuation': [
        'Takes letters, digits and what addresses need, and no other punctuation.',
        fits(/[!#$%&*;:=?^`{|}~[\]()/,]/),
      ],
      'refuses-one-character': ['Asks for two characters or more.', (subject) => subject.length === 1],
    }),
  },
  'body/participants/subject/length-255': {
    'compressing-index': [
      'Refuses a subject that compresses to more than its index holds, 300 bytes.',
      refusesWhen(({ pair }) => deflateRawSync(pair[1]).length > 300),
    ],
    ...limits({
      'limit-64': ['Refuses subjects of more than 64 characters.', 64],
      'limit-100': ['Refuses subjects of more than 100 characters.', 100],
      'limit-128': ['Refuses subjects of more than 128 characters.', 128],
      'limit-240': ['Refuses subjects of more than 240 characters.', 240],
      'limit-254': ['Refuses subjects of more than 254 characters.', 254],
    }),
  },
  'body/participants/subject/beyond-255': fails({
    'fails-beyond-255': [
      'Breaks down over a subject that its database column does not hold.',
      (subject) => Array.from(subject).length > 255,
    ],
  }),
});
