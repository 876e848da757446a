/** Sections of the run record on waivers: the note beside what is waived, and what became of each entry of the file. */
const text = { type: 'string' } as const;

/** Who accepted a failure, why and until when; beside each clause and finding that is waived. */
export const waiverNoteSchema = {
  type: 'object',
  description: 'The waiver under which a failure is accepted.',
  properties: {
    reason: text,
    owner: text,
    ticket: text,
    expires: { ...text, description: 'The last day on which it holds, YYYY-MM-DD, UTC.' },
  },
  required: ['reason', 'owner', 'ticket', 'expires'],
  additionalProperties: false,
} as const;

const waiverEntry = {
  type: 'object',
  properties: {
    clause: { ...text, description: 'A clause id, or the beginning of one up to a slash.' },
    ...waiverNoteSchema.properties,
    edition: text,
    target: text,
    status: {
      description: 'What became of it in this run. `expired` and `no longer needed` have to be mended.',
      enum: ['used', 'expired', 'no longer needed', 'not decided', 'not for this run'],
    },
    clauses: { type: 'array', items: text, description: 'The broken clauses that it covers.' },
    told: { ...text, description: 'The status in one sentence for people.' },
  },
  required: ['clause', 'reason', 'owner', 'ticket', 'expires', 'status', 'clauses', 'told'],
  additionalProperties: false,
} as const;

export const waiversSectionSchema = {
  type: 'object',
  description: 'The waivers file as it was applied to this run.',
  properties: {
    file: { ...text, description: 'The file as it was named.' },
    today: { ...text, description: 'The day by which expiry was judged, YYYY-MM-DD, UTC.' },
    entries: { type: 'array', items: waiverEntry },
    correction: { ...text, description: 'A ready-made change of the file, when an entry has to be mended.' },
  },
  required: ['file', 'today', 'entries'],
  additionalProperties: false,
} as const;
