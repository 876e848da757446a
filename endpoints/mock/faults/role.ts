/** Faults of Body › participants.role. */
import type { Fault } from '../fault.js';
import { takesMember } from './reading-otherwise.js';

/** A fault that takes a wrong role for the right one where the condition holds. */
function taking<const Id extends string>(id: Id, summary: string, condition: (value: unknown) => boolean) {
  return {
    id: `role/${id}`,
    clause: 'body/participants/role/value',
    summary,
    minLevel: 'standard',
    behaviour: takesMember('role', 'EndUser', condition),
  } as const satisfies Fault;
}

const isText = (value: unknown, test: (text: string) => boolean) => typeof value === 'string' && test(value);

export const roleFaults = [
  {
    id: 'role/not-required',
    clause: 'body/participants/role/required',
    summary: 'Takes a participant without role for one with EndUser.',
    minLevel: 'smoke',
    behaviour: takesMember('role', 'EndUser', (value) => value === undefined),
  },
  taking('any-text', 'Does not compare the role.', (value) => isText(value, (text) => text !== '')),
  taking('any-type', 'Takes a role that is no text.', (value) => value !== undefined && typeof value !== 'string'),
  taking('accepts-empty', 'Takes an empty role.', (value) => value === ''),
  taking('accepts-null', 'Takes null for an absent role with a default.', (value) => value === null),
  taking('any-case', 'Compares the role without regard to case.', (value) =>
    isText(value, (text) => text.toLowerCase() === 'enduser'),
  ),
  taking('trimmed', 'Removes blanks around the role.', (value) => isText(value, (text) => text.trim() === 'EndUser')),
  taking('prefix', 'Asks only how the role begins.', (value) => isText(value, (text) => text.startsWith('EndUser'))),
  taking('in-a-list', 'Takes a list that holds the role.', (value) => Array.isArray(value) && value[0] === 'EndUser'),
  taking('accepts-agent', 'Takes the neighbour Agent of its vocabulary.', (value) => value === 'Agent'),
  taking('accepts-chatbot', 'Takes the neighbour Chatbot of its vocabulary.', (value) => value === 'Chatbot'),
  taking('accepts-supervisor', 'Takes the neighbour Supervisor of its vocabulary.', (value) => value === 'Supervisor'),
  taking('accepts-system', 'Takes the neighbour System of its vocabulary.', (value) => value === 'System'),
] as const satisfies readonly Fault[];
