/** Faults of Body › channelAddressIdentifier. */
import type { Behaviour } from '../behaviour.js';
import type { Fault } from '../fault.js';

/** Takes the first configured channel where the condition holds; `undefined` stands for an absent part. */
const takesFirstChannelWhen = (condition: (channel: unknown) => boolean) => (): Behaviour => ({
  rewrites: (values, { settings }) =>
    condition(values.channelAddressIdentifier) ? { ...values, channelAddressIdentifier: settings.channels[0] } : values,
});

export const channelFaults = [
  {
    id: 'channel/not-required',
    clause: 'body/channel-address-identifier/required',
    summary: 'Takes the first channel of the org when none is named.',
    minLevel: 'smoke',
    behaviour: takesFirstChannelWhen((channel) => channel === undefined),
  },
  {
    id: 'channel/accepts-empty',
    clause: 'body/channel-address-identifier/string',
    summary: 'Takes the first channel of the org when the name is empty.',
    minLevel: 'standard',
    behaviour: takesFirstChannelWhen((channel) => channel === ''),
  },
] as const satisfies readonly Fault[];
