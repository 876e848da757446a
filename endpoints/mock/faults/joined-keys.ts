/** Faults of Behaviour › new conversation: channel and subject are joined to one key, so that two pairs can have one key. */
import type { Behaviour } from '../behaviour.js';
import type { Pair } from '../conversations.js';
import type { Fault } from '../fault.js';

/** A fault that looks up one text made of channel and subject. */
function joining<const Id extends string>(id: Id, summary: string, join: (...pair: Pair) => string) {
  return {
    id: `different-pair/joined-${id}`,
    clause: 'behaviour/different-pair/channel',
    summary,
    minLevel: 'standard',
    behaviour: (): Behaviour => ({ keys: (pair) => ['', join(...pair)] }),
  } as const satisfies Fault;
}

export const joinedKeysFaults = [
  joining('by-colon', 'Joins channel and subject with a colon.', (channel, subject) => `${channel}:${subject}`),
  joining('by-underscore', 'Joins channel and subject with an underscore.', (channel, subject) => {
    return `${channel}_${subject}`;
  }),
  joining('by-bar', 'Joins channel and subject with a bar.', (channel, subject) => `${channel}|${subject}`),
  joining('by-hyphen', 'Joins subject and channel with a hyphen.', (channel, subject) => `${subject}-${channel}`),
  joining('by-slash', 'Joins subject and channel with a slash.', (channel, subject) => `${subject}/${channel}`),
  joining('plainly', 'Joins channel and subject with nothing between.', (channel, subject) => channel + subject),
  joining('plainly-backwards', 'Joins subject and channel with nothing between.', (channel, subject) => {
    return subject + channel;
  }),
] as const satisfies readonly Fault[];
