/** Checks of Body › channelAddressIdentifier. */
import { type Check, checksOf } from '../check.js';
import type { ValuesReading } from '../reading.js';

const refusal = { status: 400, code: 10052 } as const;

export const channelAddressIdentifierChecks = checksOf<ValuesReading>(refusal, {
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
export const unknownChannelCheck: Check<ValuesReading> = {
  status: 404,
  code: 10017,
  message: 'There is no such channel.',
  fails: ({ values: { channelAddressIdentifier: channel } }, { channels }) =>
    typeof channel !== 'string' || !channels.includes(channel),
};
