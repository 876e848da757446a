/** Faults of Body › participants.appType. */
import type { Fault } from '../fault.js';
import { takesMember } from './reading-otherwise.js';

/** A fault that takes a wrong appType for the right one where the condition holds. */
function taking<const Id extends string>(id: Id, summary: string, condition: (value: unknown) => boolean) {
  return {
    id: `app-type/${id}`,
    clause: 'body/participants/app-type/value',
    summary,
    minLevel: 'standard',
    behaviour: takesMember('appType', 'custom', condition),
  } as const satisfies Fault;
}

const isText = (value: unknown, test: (text: string) => boolean) => typeof value === 'string' && test(value);

export const appTypeFaults = [
  {
    id: 'app-type/not-required',
    clause: 'body/participants/app-type/required',
    summary: 'Takes a participant without appType for one with custom.',
    minLevel: 'smoke',
    behaviour: takesMember('appType', 'custom', (value) => value === undefined),
  },
  taking('any-text', 'Does not compare the appType.', (value) => isText(value, (text) => text !== '')),
  taking('any-type', 'Takes an appType that is no text.', (value) => value !== undefined && typeof value !== 'string'),
  taking('accepts-empty', 'Takes an empty appType.', (value) => value === ''),
  taking('accepts-null', 'Takes null for an absent appType with a default.', (value) => value === null),
  taking('any-case', 'Compares the appType without regard to case.', (value) =>
    isText(value, (text) => text.toLowerCase() === 'custom'),
  ),
  taking('trimmed', 'Removes blanks around the appType.', (value) => isText(value, (text) => text.trim() === 'custom')),
  taking('prefix', 'Asks only how the appType begins.', (value) => isText(value, (text) => text.startsWith('custom'))),
  taking('in-a-list', 'Takes a list that holds the appType.', (value) => Array.isArray(value) && value[0] === 'custom'),
  taking('accepts-agent', 'Takes the neighbour agent of its vocabulary.', (value) => value === 'agent'),
  taking('accepts-chatbot', 'Takes the neighbour chatbot of its vocabulary.', (value) => value === 'chatbot'),
  taking(
    'accepts-conversation',
    'Takes the neighbour conversation of its vocabulary.',
    (value) => value === 'conversation',
  ),
  taking(
    'accepts-live-message',
    'Takes the neighbour live_message of its vocabulary.',
    (value) => value === 'live_message',
  ),
  taking('accepts-iamessage', 'Takes the neighbour iamessage of its vocabulary.', (value) => value === 'iamessage'),
] as const satisfies readonly Fault[];
