/** What the records of a service and of a connector have in common. */
import { baselineSectionSchema } from './baseline.schema.js';
import { clauseResultSchema } from './clause-result.schema.js';
import { evidenceItemSchema } from './evidence.schema.js';
import { findingSchema } from './finding.schema.js';
import { closed, milliseconds, runVerdicts, text, texts } from './members.js';
import { waiversSectionSchema } from './waivers.schema.js';

export const runRecordFormat = 'byoc-conformance/run-record/2';

const exitCode = { type: 'integer', minimum: 0, maximum: 5 } as const;

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
  clauses: { type: 'array', items: clauseResultSchema },
  findings: { type: 'array', items: findingSchema },
  evidence: { type: 'array', items: evidenceItemSchema },
} as const;

export const sharedOptionalMembers = {
  cause: { ...text, description: 'Why an inconclusive run could not be judged.' },
  trouble: { description: 'Why the run could not go on to its end.', ...closed({ cause: text, reason: text }) },
  judged: {
    description: 'The verdict as it was before waivers and a baseline were applied, so that they can be applied anew.',
    ...closed({ verdict: { enum: runVerdicts }, exitCode, reason: text }, { cause: text }),
  },
  waivers: waiversSectionSchema,
  baseline: baselineSectionSchema,
} as const;
