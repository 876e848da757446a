/** Checks of Body › participants and of the members of its entries. */
import type { Check } from '../check.js';
import type { ValuesReading } from '../reading.js';
import { isObject } from '../token-verifier.js';

type ParticipantsCheck = Check<ValuesReading>;

const refusal = { status: 400, code: 10053 } as const;
const subjectRefusal = { status: 400, code: 10054 } as const;
const roleRefusal = { status: 400, code: 10038 } as const;
const appTypeRefusal = { status: 400, code: 10037 } as const;

/** The entries of the list; empty when there is none. */
export function entriesOf(participants: unknown): readonly unknown[] {
  return Array.isArray(participants) ? participants : [];
}

/** A condition that one entry out of all is enough to break. */
const anyEntry =
  (breaks: (entry: Record<string, unknown>) => boolean): ParticipantsCheck['fails'] =>
  ({ values }) =>
    entriesOf(values.participants).some((entry) => isObject(entry) && breaks(entry));

/** Goes in front of the checks of the channel: in the layout of one part the channel stands in the same text. */
export const participantsJsonCheck: ParticipantsCheck = {
  clause: 'body/participants/json',
  until: '61.0',
  status: 400,
  code: 10100,
  message: 'The participants are not written as JSON.',
  fails: ({ brokenJson }) => brokenJson === true,
};

export const participantsChecks: readonly ParticipantsCheck[] = [
  {
    clause: 'body/participants/required',
    status: 400,
    code: 10039,
    message: 'The participants are missing.',
    fails: ({ values }) => values.participants === undefined,
  },
  {
    clause: 'body/participants/list',
    ...refusal,
    message: 'The participants are not a list.',
    fails: ({ values }) => !Array.isArray(values.participants),
  },
  {
    clause: 'body/participants/non-empty',
    status: 400,
    code: 10039,
    message: 'The list of participants is empty.',
    fails: ({ values }) => entriesOf(values.participants).length === 0,
  },
  {
    clause: 'body/participants/entries',
    ...refusal,
    message: 'A participant is not an object.',
    fails: ({ values }) => !entriesOf(values.participants).every(isObject),
  },
  {
    clause: 'body/participants/subject/required',
    ...subjectRefusal,
    message: 'A participant has no subject.',
    fails: anyEntry(({ subject }) => subject === undefined),
  },
  {
    clause: 'body/participants/subject/string',
    ...subjectRefusal,
    message: 'The subject of a participant is not a string.',
    fails: anyEntry(({ subject }) => typeof subject !== 'string'),
  },
  {
    clause: 'body/participants/subject/non-empty',
    ...subjectRefusal,
    message: 'The subject of a participant is empty.',
    fails: anyEntry(({ subject }) => subject === ''),
  },
  {
    clause: 'body/participants/role/required',
    ...roleRefusal,
    message: 'A participant has no role.',
    fails: anyEntry(({ role }) => role === undefined),
  },
  {
    clause: 'body/participants/role/value',
    ...roleRefusal,
    message: 'The role of a participant is not EndUser.',
    fails: anyEntry(({ role }) => role !== 'EndUser'),
  },
  {
    clause: 'body/participants/app-type/required',
    ...appTypeRefusal,
    message: 'A participant has no appType.',
    fails: anyEntry(({ appType }) => appType === undefined),
  },
  {
    clause: 'body/participants/app-type/value',
    ...appTypeRefusal,
    message: 'The appType of a participant is not custom.',
    fails: anyEntry(({ appType }) => appType !== 'custom'),
  },
  {
    clause: 'body/participants/one-entry',
    from: '65.0',
    status: 400,
    code: 10044,
    message: 'There is more than one participant.',
    fails: ({ values }) => entriesOf(values.participants).length > 1,
  },
];
