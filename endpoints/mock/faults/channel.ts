/** Faults of Body › channelAddressIdentifier. */

import { is } from '../hooks.js';
import { faultsOf, rowsBy } from '../named-behaviour.js';

/** Takes the first configured channel where the condition holds; `undefined` stands for an absent part. */
const takesFirst = rowsBy((condition: (channel: unknown) => boolean) => ({
  rewrites: (values, { settings: { channels } }) =>
    condition(values.channelAddressIdentifier) ? { ...values, channelAddressIdentifier: channels[0] } : values,
}));

export const channelFaults = faultsOf('channel', {
  'body/channel-address-identifier/required': takesFirst({
    'not-required': ['Takes the first channel of the org when none is named.', is(undefined), 'smoke'],
  }),
  'body/channel-address-identifier/string': takesFirst({
    'accepts-empty': ['Takes the first channel of the org when the name is empty.', is('')],
  }),
});
