/** Checks of Body › channelAddressIdentifier. */
import type { Check } from '../check.js';
import type { ValuesReading } from '../reading.js';

export const channelAddressIdentifierChecks: readonly Check<ValuesReading>[] = [
  {
    clause: 'body/channel-address-identifier/required',
    status: 400,
    code: 10052,
    message: 'The channel address identifier is missing.',
    fails: ({ values }) => values.channelAddressIdentifier === undefined,
  },
  {
    clause: 'body/channel-address-identifier/string',
    status: 400,
    code: 10052,
    message: 'The channel address identifier is not a string with at least one character.',
    fails: ({ values: { channelAddressIdentifier } }) =>
      typeof channelAddressIdentifier !== 'string' || channelAddressIdentifier === '',
  },
];

/** No clause: what a service answers for a channel that it does not know is observed, not judged. */
export const unknownChannelCheck: Check<ValuesReading> = {
  status: 404,
  code: 10017,
  message: 'There is no such channel.',
  fails: ({ values: { channelAddressIdentifier } }, { channels }) =>
    typeof channelAddressIdentifier !== 'string' || !channels.includes(channelAddressIdentifier),
};
