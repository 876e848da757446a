/** Faults of Headers › AuthorizationContext. */
import type { Fault } from '../fault.js';
import { readsHeader } from './reading-otherwise.js';

/** Takes for the right context whatever the condition lets pass; an absent header is the empty text. */
const takesFor = (condition: (value: string, prefix: string) => boolean) =>
  readsHeader('AuthorizationContext', (value, { prefix, authorizationContext }) =>
    condition(value ?? '', prefix) ? authorizationContext : undefined,
  );

const wellFormed = /^[A-Za-z](?:\w*[A-Za-z0-9])?_[A-Za-z](?:\w*[A-Za-z0-9])?$/;

/** Takes a text that would be well-formed but for what the replacement removes. */
const overlooks = (pattern: RegExp, replacement: string) =>
  takesFor((value) => !wellFormed.test(value) && wellFormed.test(value.replace(pattern, replacement)));

export const authorizationContextFaults = [
  {
    id: 'authorization-context/not-required',
    clause: 'headers/authorization-context/required',
    summary: 'Takes the context of the token when the AuthorizationContext header is missing.',
    minLevel: 'standard',
    behaviour: readsHeader('AuthorizationContext', (value, { authorizationContext }) =>
      value === undefined ? authorizationContext : undefined,
    ),
  },
  {
    id: 'authorization-context/accepts-empty',
    clause: 'headers/authorization-context/required',
    summary: 'Takes the context of the token when the AuthorizationContext header is empty.',
    minLevel: 'standard',
    behaviour: readsHeader('AuthorizationContext', (value, { authorizationContext }) =>
      value === '' ? authorizationContext : undefined,
    ),
  },
  {
    id: 'authorization-context/any-text',
    clause: 'headers/authorization-context/format',
    summary: 'Takes any text that is no context at all for the context of the token.',
    minLevel: 'smoke',
    behaviour: takesFor((value) => value !== '' && !wellFormed.test(value)),
  },
  {
    id: 'authorization-context/no-underscore',
    clause: 'headers/authorization-context/format',
    summary: 'Takes one developer name without a prefix.',
    minLevel: 'standard',
    behaviour: takesFor((value) => /^[A-Za-z0-9]+$/.test(value)),
  },
  {
    id: 'authorization-context/empty-name',
    clause: 'headers/authorization-context/format',
    summary: 'Takes a prefix with nothing behind its underscore.',
    minLevel: 'standard',
    behaviour: takesFor((value, prefix) => value === `${prefix}_`),
  },
  {
    id: 'authorization-context/empty-prefix',
    clause: 'headers/authorization-context/format',
    summary: 'Takes a name with nothing in front of its underscore.',
    minLevel: 'standard',
    behaviour: takesFor((value) => /^_[A-Za-z0-9]/.test(value)),
  },
  {
    id: 'authorization-context/ends-in-underscore',
    clause: 'headers/authorization-context/format',
    summary: 'Takes a context that ends in an underscore.',
    minLevel: 'standard',
    behaviour: overlooks(/_$/, ''),
  },
  {
    id: 'authorization-context/hyphen',
    clause: 'headers/authorization-context/format',
    summary: 'Takes hyphens in a developer name.',
    minLevel: 'standard',
    behaviour: overlooks(/-/g, ''),
  },
  {
    id: 'authorization-context/blank',
    clause: 'headers/authorization-context/format',
    summary: 'Takes blanks in a developer name.',
    minLevel: 'standard',
    behaviour: overlooks(/ /g, ''),
  },
  {
    id: 'authorization-context/any-prefix',
    clause: 'headers/authorization-context/prefix',
    summary: 'Does not compare the prefix with that of the app.',
    minLevel: 'smoke',
    behaviour: takesFor((value) => wellFormed.test(value)),
  },
  {
    id: 'authorization-context/longer-prefix',
    clause: 'headers/authorization-context/prefix',
    summary: 'Asks only whether the context begins with the letters of the prefix.',
    minLevel: 'standard',
    behaviour: takesFor((value, prefix) => value.startsWith(prefix) && wellFormed.test(value)),
  },
] as const satisfies readonly Fault[];
