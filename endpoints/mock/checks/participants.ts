/** Checks of Body › participants and of the members of its entries. */
import { isJsonObject } from '../../../schemas/validation/parse-json.js';
import { type Check, checksOf } from '../check.js';
import type { ValuesReading } from '../reading.js';

type ParticipantsCheck = Check<ValuesReading>;

/** The entries of the list; empty when there is none. */
export function entriesOf(participants: unknown): readonly unknown[] {
  return Array.isArray(participants) ? participants : [];
}

/** A condition that one entry out of all is enough to break. */
const anyEntry =
  (breaks: (entry: Record<string, unknown>) => boolean): ParticipantsCheck['fails'] =>
  ({ values }) =>
    entriesOf(values.participants).some((entry) => isJsonObject(entry) && breaks(entry));

/** Goes in front of the checks of the channel: in the layout of one part the channel stands in the same text. */
export const participantsJsonCheck: ParticipantsCheck = {
  clause: 'body/participants/json',
  until: '61.0',
  status: 400,
  code: 10100,
  message: 'The participants are not written as JSON.',
  fails: ({ brokenJson }) => brokenJson === true,
};

const wrong = { status: 400, code: 10053 } as const;
const wrongSubject = { status: 400, code: 10054 } as const;
const wrongRole = { status: 400, code: 10038 } as const;
const wrongAppType = { status: 400, code: 10037 } as const;
const severalEntries = { status: 400, code: 10044, from: '65.0' } as const;

export const participantsChecks: readonly ParticipantsCheck[] = [
  ...checksOf<ValuesReading>(wrong, {
    'body/participants/required': [
      'The participants are missing.',
      ({ values }) => values.participants === undefined,
      10039,
    ],
    'body/participants/list': ['The participants are not a list.', ({ values }) => !Array.isArray(values.participants)],
    'body/participants/non-empty': [
      'The list of participants is empty.',
      ({ values }) => entriesOf(values.participants).length === 0,
      10039,
    ],
    'body/participants/entries': [
      'A participant is not an object.',
      ({ values }) => !entriesOf(values.participants).every(isJsonObject),
    ],
  }),
  ...checksOf(wrongSubject, {
    'body/participants/subject/required': [
      'A participant has no subject.',
      anyEntry(({ subject }) => subject === undefined),
    ],
    'body/participants/subject/string': [
      'The subject of a participant is not a string.',
      anyEntry(({ subject }) => typeof subject !== 'string'),
    ],
    'body/participants/subject/non-empty': [
      'The subject of a participant is empty.',
      anyEntry(({ subject }) => subject === ''),
    ],
  }),
  ...checksOf(wrongRole, {
    'body/participants/role/required': ['A participant has no role.', anyEntry(({ role }) => role === undefined)],
    'body/participants/role/value': [
      'The role of a participant is not EndUser.',
      anyEntry(({ role }) => role !== 'EndUser'),
    ],
  }),
  ...checksOf(wrongAppType, {
    'body/participants/app-type/required': [
      'A participant has no appType.',
      anyEntry(({ appType }) => appType === undefined),
    ],
    'body/participants/app-type/value': [
      'The appType of a participant is not custom.',
      anyEntry(({ appType }) => appType !== 'custom'),
    ],
  }),
  ...checksOf<ValuesReading>(severalEntries, {
    'body/participants/one-entry': [
      'There is more than one participant.',
      ({ values }) => entriesOf(values.participants).length > 1,
    ],
  }),
];
