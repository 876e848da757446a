/** Faults of Body › participants.subject: what it may be and hold. */
import type { Fault } from '../fault.js';
import { readsEntries, takesMember } from './reading-otherwise.js';
import { failsOnSubject, refusesSubject } from './refusing.js';

/** Writes a subject of another type as text where the condition holds. */
const coerces = (condition: (subject: unknown) => boolean) =>
  readsEntries((entry) => (condition(entry.subject) ? { ...entry, subject: JSON.stringify(entry.subject) } : entry));

const beyondTheBasicPlane = /[\u{10000}-\u{10FFFF}]/u;

const requiredFaults = [
  {
    id: 'subject/not-required',
    clause: 'body/participants/subject/required',
    summary: 'Calls a participant without a subject anonymous.',
    minLevel: 'smoke',
    behaviour: takesMember('subject', 'anonymous', (subject) => subject === undefined),
  },
  {
    id: 'subject/accepts-numbers',
    clause: 'body/participants/subject/string',
    summary: 'Takes a number for the text of its digits.',
    minLevel: 'standard',
    behaviour: coerces((subject) => typeof subject === 'number'),
  },
  {
    id: 'subject/accepts-booleans',
    clause: 'body/participants/subject/string',
    summary: 'Takes a truth value for its name.',
    minLevel: 'standard',
    behaviour: coerces((subject) => typeof subject === 'boolean'),
  },
  {
    id: 'subject/accepts-null',
    clause: 'body/participants/subject/string',
    summary: 'Takes null for the text null.',
    minLevel: 'standard',
    behaviour: coerces((subject) => subject === null),
  },
  {
    id: 'subject/accepts-structures',
    clause: 'body/participants/subject/string',
    summary: 'Takes a list or an object for its JSON text.',
    minLevel: 'standard',
    behaviour: coerces((subject) => typeof subject === 'object' && subject !== null),
  },
  {
    id: 'subject/accepts-empty',
    clause: 'body/participants/subject/non-empty',
    summary: 'Calls a participant with an empty subject anonymous.',
    minLevel: 'smoke',
    behaviour: takesMember('subject', 'anonymous', (subject) => subject === ''),
  },
] as const satisfies readonly Fault[];

/** A fault that refuses what a subject may hold. */
function refusing<const Id extends string>(id: Id, summary: string, condition: (subject: string) => boolean) {
  return {
    id: `subject/${id}`,
    clause: 'body/participants/subject/any-text',
    summary,
    minLevel: 'standard',
    behaviour: refusesSubject(condition),
  } as const satisfies Fault;
}

/** A fault that breaks down with a 500 over what a subject may hold. */
function failing<const Id extends string>(id: Id, summary: string, condition: (subject: string) => boolean) {
  return { ...refusing(id, summary, condition), behaviour: failsOnSubject(condition) } as const satisfies Fault;
}

const anyTextFaults = [
  refusing('ascii-only', 'Refuses every letter beyond ASCII.', (subject) => /[^\p{ASCII}]/u.test(subject)),
  refusing('latin-only', 'Refuses scripts other than Latin.', (subject) => /(?!\p{Script=Latin})\p{L}/u.test(subject)),
  refusing('refuses-emoji', 'Refuses code points beyond the basic plane.', (subject) =>
    beyondTheBasicPlane.test(subject),
  ),
  failing('fails-on-emoji', 'Cannot store code points of four bytes.', (subject) => beyondTheBasicPlane.test(subject)),
  refusing('refuses-marks', 'Refuses combining marks.', (subject) => /\p{M}/u.test(subject)),
  refusing('refuses-right-to-left', 'Refuses Arabic and Hebrew.', (subject) =>
    /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(subject),
  ),
  failing('fails-on-apostrophes', 'Puts the subject into a statement of its database as it is.', (subject) =>
    subject.includes("'"),
  ),
  refusing('refuses-quotes', 'Refuses double quotes.', (subject) => subject.includes('"')),
  refusing('refuses-backslashes', 'Refuses backslashes.', (subject) => subject.includes('\\')),
  refusing('refuses-angle-brackets', 'Refuses what looks like markup.', (subject) => /[<>]/.test(subject)),
  refusing('refuses-percent', 'Refuses percent signs.', (subject) => subject.includes('%')),
  refusing('refuses-blanks', 'Refuses blanks inside.', (subject) => /\S \S/.test(subject)),
  refusing(
    'refuses-punctuation',
    'Takes letters, digits and what addresses need, and no other punctuation.',
    (subject) => /[!#$%&*;:=?^`{|}~[\]()/,]/.test(subject),
  ),
  refusing('refuses-one-character', 'Asks for two characters or more.', (subject) => subject.length === 1),
] as const;

/** A fault that refuses subjects longer than a limit, in UTF-16 units. */
function limiting<const Limit extends number>(limit: Limit, minLevel: Fault['minLevel'] = 'standard') {
  return {
    id: `subject/limit-${limit}`,
    clause: 'body/participants/subject/length-255',
    summary: `Refuses subjects of more than ${limit} characters.`,
    minLevel,
    behaviour: refusesSubject((subject) => subject.length > limit),
  } as const satisfies Fault;
}

const lengthFaults = [
  limiting(64),
  limiting(100),
  limiting(128),
  limiting(240),
  limiting(254),
  {
    id: 'subject/fails-beyond-255',
    clause: 'body/participants/subject/beyond-255',
    summary: 'Breaks down over a subject that its database column does not hold.',
    minLevel: 'standard',
    behaviour: failsOnSubject((subject) => subject.length > 255),
  },
] as const satisfies readonly Fault[];

export const subjectFaults = [...requiredFaults, ...anyTextFaults, ...lengthFaults] as const;
