/** A case as data, by which runs are compared and replayed: part of the run record and of a replay case. */
import type { FromSchema } from 'json-schema-to-ts';
import { described, text } from './members.js';

/** Words joined by single hyphens; never reworded once published (docs/cases.json lists all in use). */
export const slugSchema = { type: 'string', pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$', maxLength: 120 } as const;

export const caseSchema = described(
  'What the case is; the slug is unique under the clause of the finding.',
  { slug: slugSchema },
  {
    known: { const: true, description: 'For a conversation that was established before.' },
    spellings: {
      type: 'array',
      items: slugSchema,
      maxItems: 20,
      description: 'Legal spellings that the request is written in.',
    },
    family: { ...slugSchema, description: 'Its subject is a member of this family of near neighbours,' },
    relation: { ...slugSchema, description: 'related to the first member in this way.' },
    calls: { type: 'integer', minimum: 2, description: 'So many calls began in the same instant.' },
    beside: { const: true, description: 'The calls at once were for other pairs.' },
  },
);

export type CaseFacts = FromSchema<typeof caseSchema>;

/** A violation by its name in the catalogue, and where it is. */
export const violationNameSchema = described('The violation of the catalogue that a request holds.', {
  clause: text,
  slug: slugSchema,
});
