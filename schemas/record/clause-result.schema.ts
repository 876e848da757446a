/** Part of the run record: what a clause came to. */
import { waiverNoteSchema } from './waivers.schema.js';

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const verdict = {
  enum: ['conformant', 'nonconformant', 'inconclusive', 'not exercised', 'waived', 'observed'],
} as const;

export const clauseResultSchema = {
  type: 'object',
  properties: {
    id: text,
    place: text,
    owes: { enum: ['service', 'connector', 'both'] },
    sureness: { enum: ['stated', 'implied', 'assumed'] },
    statement: text,
    verdict,
    cause: text,
    waiver: waiverNoteSchema,
    cases: {
      type: 'object',
      properties: { conformant: count, nonconformant: count, inconclusive: count, observed: count },
      required: ['conformant', 'nonconformant', 'inconclusive', 'observed'],
      additionalProperties: false,
    },
  },
  required: ['id', 'place', 'owes', 'sureness', 'statement', 'verdict', 'cases'],
  additionalProperties: false,
} as const;
