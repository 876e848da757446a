/** Types of the run record, derived from its published schema. */
import type { FromSchema } from 'json-schema-to-ts';
import type { runRecordSchema } from './run-record.schema.js';

export type RunRecord = FromSchema<typeof runRecordSchema>;
export type ClauseResult = RunRecord['clauses'][number];
export type FindingRecord = RunRecord['findings'][number];
export type EvidenceItem = RunRecord['evidence'][number];
export type SpecRecord = RunRecord['specs'][number];
