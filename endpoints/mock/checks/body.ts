/** Checks of Body: of a form and of JSON as a whole, then of the values, member by member. */
import { isJsonObject } from '../../../schemas/validation/parse-json.js';
import { type Check, checksOf } from '../check.js';
import type { PartsReading, ValuesReading } from '../reading.js';

type ValuesCheck = Check<ValuesReading>;

const unreadable = { status: 400, code: 10089 } as const;

export const multipartChecks = checksOf<PartsReading>(unreadable, {
  'body/multipart/well-formed': [
    'The body is not a complete form cut by the announced boundary.',
    ({ multipart }) => !multipart.ok,
  ],
});

export const jsonBodyChecks = checksOf<ValuesReading>(unreadable, {
  'body/json/well-formed': ['The body is not one JSON text.', ({ brokenJson }) => brokenJson === true],
  'body/json/object': ['The body is not a JSON object.', ({ noObject }) => noObject === true, 10100],
});

const wrongChannel = { status: 400, code: 10052 } as const;

export const channelAddressIdentifierChecks = checksOf<ValuesReading>(wrongChannel, {
  'body/channel-address-identifier/required': [
    'The channel address identifier is missing.',
    ({ values }) => values.channelAddressIdentifier === undefined,
  ],
  'body/channel-address-identifier/string': [
    'The channel address identifier is not a string with at least one character.',
    ({ values: { channelAddressIdentifier: channel } }) => typeof channel !== 'string' || channel === '',
  ],
});

/** No clause: what a service answers for a channel that it does not know is observed, not judged. */
export const unknownChannelCheck: ValuesCheck = {
  status: 404,
  code: 10017,
  message: 'There is no such channel.',
  fails: ({ values: { channelAddressIdentifier: channel } }, { channels }) =>
    typeof channel !== 'string' || !channels.includes(channel),
};

/** The entries of the list; empty when there is none. */
export function entriesOf(participants: unknown): readonly unknown[] {
  return Array.isArray(participants) ? participants : [];
}

/** A condition that one entry out of all is enough to break. */
const anyEntry =
  (breaks: (entry: Record<string, unknown>) => boolean): ValuesCheck['fails'] =>
  ({ values }) =>
    entriesOf(values.participants).some((entry) => isJsonObject(entry) && breaks(entry));

/** Goes in front of the checks of the channel: in the layout of one part the channel stands in the same text. */
export const participantsJsonCheck: ValuesCheck = {
  clause: 'body/participants/json',
  until: '61.0',
  status: 400,
  code: 10100,
  message: 'The participants are not written as JSON.',
  fails: ({ brokenJson }) => brokenJson === true,
};

const wrongList = { status: 400, code: 10053 } as const;
const wrongSubject = { status: 400, code: 10054 } as const;
const wrongRole = { status: 400, code: 10038 } as const;
const wrongAppType = { status: 400, code: 10037 } as const;
const severalEntries = { status: 400, code: 10044, from: '65.0' } as const;

export const participantsChecks: readonly ValuesCheck[] = [
  ...checksOf<ValuesReading>(wrongList, {
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

const wrongAttributes = { status: 400, code: 10100, from: '65.0' } as const;

export const routingAttributesChecks = checksOf<ValuesReading>(wrongAttributes, {
  'body/routing-attributes/object': [
    'The routing attributes are not an object.',
    ({ values: { routingAttributes } }) => routingAttributes !== undefined && !isJsonObject(routingAttributes),
  ],
  'body/routing-attributes/string-values': [
    'The value of a routing attribute is not a string.',
    ({ values: { routingAttributes } }) =>
      isJsonObject(routingAttributes) && Object.values(routingAttributes).some((value) => typeof value !== 'string'),
  ],
});
