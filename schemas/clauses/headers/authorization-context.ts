/** Clauses of Headers › AuthorizationContext. */
import type { Clause } from '../clause.js';

export const authorizationContextClauses = [
  {
    id: 'headers/authorization-context/required',
    place: 'Headers › AuthorizationContext',
    owes: 'both',
    sureness: 'stated',
    statement: 'Every request names the conversation channel definition in the AuthorizationContext header.',
  },
  {
    id: 'headers/authorization-context/format',
    place: 'Headers › AuthorizationContext',
    owes: 'both',
    sureness: 'stated',
    reading: 'authorizationcontext',
    statement: 'The value is a prefix and a definition name, both developer names, joined by an underscore.',
  },
  {
    id: 'headers/authorization-context/prefix',
    place: 'Headers › AuthorizationContext',
    owes: 'both',
    sureness: 'stated',
    reading: 'authorizationcontext',
    statement:
      'The prefix is the developer name prefix of the connected app; a well-formed value with another prefix is refused.',
  },
] as const satisfies readonly Clause[];
