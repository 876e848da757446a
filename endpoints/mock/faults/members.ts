/** Faults of Body › participants.role and participants.appType. */

import { is, takesMember } from '../hooks.js';
import { faultsOf, type Rows, rowsBy } from '../named-behaviour.js';

/** Takes a member for the right one where a condition holds; the value of an absent one is undefined. */
const takes = (member: 'role' | 'appType', right: string) =>
  rowsBy((condition: (value: unknown) => boolean) => takesMember(member, right, condition));

const takesRole = takes('role', 'EndUser');
const takesAppType = takes('appType', 'custom');

/** Careless ways to compare, which both members know. */
function compared(what: string, aWhat: string, right: string) {
  const text = (holds: (text: string) => boolean) => (value: unknown) => typeof value === 'string' && holds(value);
  return {
    'any-text': [`Does not compare the ${what}.`, text((given) => given !== '')],
    'any-type': [`Takes ${aWhat} that is no text.`, (value) => value !== undefined && typeof value !== 'string'],
    'accepts-empty': [`Takes an empty ${what}.`, is('')],
    'accepts-null': [`Takes null for an absent ${what} with a default.`, is(null)],
    'any-case': [
      `Compares the ${what} without regard to case.`,
      text((given) => given.toLowerCase() === right.toLowerCase()),
    ],
    trimmed: [`Removes blanks around the ${what}.`, text((given) => given.trim() === right)],
    prefix: [`Asks only how the ${what} begins.`, text((given) => given.startsWith(right))],
    'in-a-list': [`Takes a list that holds the ${what}.`, (value) => Array.isArray(value) && value[0] === right],
  } as const satisfies Rows<string, (value: unknown) => boolean>;
}

/** Another value of the same vocabulary. */
const neighbour = (name: string) => [`Takes the neighbour ${name} of its vocabulary.`, is(name)] as const;

export const roleFaults = faultsOf('role', {
  'body/participants/role/required': takesRole({
    'not-required': ['Takes a participant without role for one with EndUser.', is(undefined), 'smoke'],
  }),
  'body/participants/role/value': takesRole({
    ...compared('role', 'a role', 'EndUser'),
    'accepts-agent': neighbour('Agent'),
    'accepts-chatbot': neighbour('Chatbot'),
    'accepts-supervisor': neighbour('Supervisor'),
    'accepts-system': neighbour('System'),
  }),
});

export const appTypeFaults = faultsOf('app-type', {
  'body/participants/app-type/required': takesAppType({
    'not-required': ['Takes a participant without appType for one with custom.', is(undefined), 'smoke'],
  }),
  'body/participants/app-type/value': takesAppType({
    ...compared('appType', 'an appType', 'custom'),
    'accepts-agent': neighbour('agent'),
    'accepts-chatbot': neighbour('chatbot'),
    'accepts-conversation': neighbour('conversation'),
    'accepts-live-message': neighbour('live_message'),
    'accepts-iamessage': neighbour('iamessage'),
  }),
});
