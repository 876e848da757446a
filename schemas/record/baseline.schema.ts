/** Section of the run record that compares the run with an earlier one, its baseline. */
const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const change = {
  description:
    '`gone`: exercised in the baseline and no longer. `undecided`: decided in the baseline and inconclusive now.',
  enum: ['new', 'still failing', 'fixed', 'gone', 'undecided'],
} as const;

export const baselineSectionSchema = {
  type: 'object',
  description: 'What changed since an earlier run. Waived failures are failures here.',
  properties: {
    file: { ...text, description: 'The run record as it was named.' },
    gate: { enum: ['all', 'new'], description: 'Which failures make the run fail.' },
    startedAt: text,
    seed: { type: 'integer' },
    edition: text,
    level: text,
    layout: text,
    baseUrl: text,
    version: { ...text, description: 'Version of the suite that made it.' },
    warnings: { type: 'array', items: text, description: 'What makes the two runs hard to compare.' },
    counts: {
      type: 'object',
      description: 'Clauses by change.',
      properties: { new: count, still: count, fixed: count, gone: count, undecided: count },
      required: ['new', 'still', 'fixed', 'gone', 'undecided'],
      additionalProperties: false,
    },
    newFailures: { ...count, description: 'Findings that are new and not waived: what --gate new fails on.' },
    clauses: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: text,
          change,
          before: { ...text, description: 'Its verdict in the baseline, or `absent`.' },
          now: { ...text, description: 'Its verdict in this run, or `absent`.' },
        },
        required: ['id', 'change', 'before', 'now'],
        additionalProperties: false,
      },
    },
    findings: {
      type: 'array',
      description:
        'Failures by clause and case. Drawn at random, a matter of order, or of a record that names no cases, they are compared by clause alone.',
      items: {
        type: 'object',
        properties: {
          clause: text,
          slug: { ...text, description: 'Of the case, where the record names it.' },
          label: text,
          change: { enum: ['new', 'still failing', 'fixed', 'gone', 'undecided'] },
          waived: { type: 'boolean' },
          finding: { ...text, description: 'Id of the finding in this run.' },
        },
        required: ['clause', 'label', 'change', 'waived'],
        additionalProperties: false,
      },
    },
  },
  required: [
    'file',
    'gate',
    'startedAt',
    'seed',
    'edition',
    'level',
    'layout',
    'baseUrl',
    'version',
    'warnings',
    'counts',
    'newFailures',
    'clauses',
    'findings',
  ],
  additionalProperties: false,
} as const;
