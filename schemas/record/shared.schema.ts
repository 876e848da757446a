/** What the records of a service and of a connector have in common. */
import { baselineSectionSchema } from './baseline.schema.js';
import { findingSchema } from './finding.schema.js';
import { clauseVerdicts, closed, count, described, milliseconds, runVerdicts, text, texts } from './members.js';
import { waiverNoteSchema, waiversSectionSchema } from './waivers.schema.js';

export const runRecordFormat = 'byoc-conformance/run-record/2';

const exitCode = { type: 'integer', minimum: 0, maximum: 5 } as const;

/** What a clause came to. */
const clauseResult = closed(
  {
    id: text,
    place: text,
    owes: { enum: ['service', 'connector', 'both'] },
    sureness: { enum: ['stated', 'implied', 'assumed'] },
    statement: text,
    verdict: { enum: clauseVerdicts },
    cases: closed({ conformant: count, nonconformant: count, inconclusive: count, observed: count }),
  },
  { cause: text, waiver: waiverNoteSchema },
);

const headerFields = {
  type: 'array',
  items: { type: 'array', items: text, minItems: 2, maxItems: 2 },
} as const;

const messageBody = described(
  'A body as text when it is UTF-8, else in base64; cut at a bound.',
  { bytes: count, cut: { type: 'boolean' } },
  { text, base64: text },
);

/** One exchange as it is kept, secrets removed. */
const evidenceItem = described(
  'One exchange, secrets removed.',
  {
    number: count,
    startedMs: milliseconds,
    durationMs: milliseconds,
    connection: count,
    request: closed({ method: text, target: text, fields: headerFields, body: messageBody }, { httpVersion: text }),
  },
  {
    reused: { type: 'boolean', description: 'Whether its connection had carried others before.' },
    answer: closed({ httpVersion: text, status: count, reason: text, fields: headerFields, body: messageBody }),
    failure: closed({ kind: text, message: text }),
  },
);

export const sharedMembers = {
  format: { const: runRecordFormat },
  tool: closed({ name: text, version: text, node: text }),
  verdict: { enum: runVerdicts },
  exitCode,
  reason: { ...text, description: 'The verdict in one sentence for people.' },
  cutShort: { type: 'boolean' },
  startedAt: { ...text, description: 'RFC 3339 time.' },
  durationMs: milliseconds,
  edition: text,
  warnings: texts,
  clauses: { type: 'array', items: clauseResult },
  findings: { type: 'array', items: findingSchema },
  evidence: { type: 'array', items: evidenceItem },
} as const;

export const sharedOptionalMembers = {
  cause: { ...text, description: 'Why an inconclusive run could not be judged.' },
  trouble: described('Why the run could not go on to its end.', { cause: text, reason: text }),
  judged: described(
    'The verdict as it was before waivers and a baseline were applied, so that they can be applied anew.',
    { verdict: { enum: runVerdicts }, exitCode, reason: text },
    { cause: text },
  ),
  waivers: waiversSectionSchema,
  baseline: baselineSectionSchema,
} as const;
