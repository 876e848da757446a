/** Part of the run record: one case that was not simply conformant. */
import { waiverNoteSchema } from './waivers.schema.js';

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;

export const findingSchema = {
  type: 'object',
  description: 'One case that was not simply conformant: a failure, something undecided, or an observation.',
  properties: {
    id: text,
    clause: text,
    spec: { ...text, description: 'Title of the test that probed it.' },
    label: { ...text, description: 'What the case does: `one character shorter`.' },
    verdict: { enum: ['nonconformant', 'inconclusive', 'observed'] },
    cause: text,
    expected: text,
    got: text,
    advice: text,
    count: { ...count, description: 'How many cases failed alike; this one is the smallest.' },
    difference: {
      type: 'object',
      description: 'The one difference between the control and the case.',
      properties: { where: text, control: text, case: text },
      required: ['where', 'control', 'case'],
      additionalProperties: false,
    },
    exchange: { ...count, description: 'Number of the exchange of the case in `evidence`.' },
    control: { ...count, description: 'Number of the exchange of the control in `evidence`.' },
    steps: {
      type: 'array',
      description:
        'A sequence told as a numbered story. What a step does, so that it can be done again: first others, then the wait, then what it sends.',
      items: {
        type: 'object',
        properties: {
          text,
          exchange: { ...count, description: 'The exchange to show.' },
          others: { ...count, description: 'So many other conversations are established; some more than came then.' },
          waitMs: { ...count, description: 'So long after the step before; a little longer than then.' },
          sends: {
            type: 'array',
            description: 'Numbers of the exchanges whose requests are sent, one after the other.',
            items: count,
          },
          calls: { ...count, description: 'How often each of them is sent in the same instant, when not once.' },
          alongside: { type: 'boolean', description: 'All of them are sent in the same instant.' },
          violation: {
            type: 'object',
            description: 'What is wrong with the request, where it is to be refused.',
            properties: { where: text, label: text },
            required: ['where', 'label'],
            additionalProperties: false,
          },
        },
        required: ['text'],
        additionalProperties: false,
      },
    },
    replay: {
      type: 'object',
      properties: { seed: { type: 'integer' }, path: text, command: text },
      required: ['seed', 'command'],
      additionalProperties: false,
    },
    curl: text,
    waiver: waiverNoteSchema,
  },
  required: ['id', 'clause', 'spec', 'label', 'verdict', 'expected', 'got', 'count'],
  additionalProperties: false,
} as const;
