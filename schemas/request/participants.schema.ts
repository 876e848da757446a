/** JSON Schema of the list of participants, once its JSON text is read. */

const participantSchema = {
  type: 'object',
  required: ['subject', 'role', 'appType'],
  'x-clauses': {
    type: 'body/participants/entries',
    required: {
      subject: 'body/participants/subject/required',
      role: 'body/participants/role/required',
      appType: 'body/participants/app-type/required',
    },
  },
  properties: {
    subject: {
      type: 'string',
      minLength: 1,
      'x-source': 'subject',
      'x-clauses': { type: 'body/participants/subject/string', minLength: 'body/participants/subject/non-empty' },
    },
    role: {
      const: 'EndUser',
      'x-clauses': { const: 'body/participants/role/value' },
      'x-near-misses': 'role',
    },
    appType: {
      const: 'custom',
      'x-clauses': { const: 'body/participants/app-type/value' },
      'x-near-misses': 'app-type',
    },
  },
} as const;

/** Where one entry is all, there is no other beside it, and no clause speaks of the wrong one among several. */
export const participantsSchema = {
  type: 'array',
  minItems: 1,
  maxItems: 1,
  items: participantSchema,
  'x-clauses': {
    type: 'body/participants/list',
    minItems: 'body/participants/non-empty',
    maxItems: 'body/participants/one-entry',
    items: 'body/participants/every-entry',
  },
} as const;
