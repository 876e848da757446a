/** Types of the run record, derived from its published schema. */
import type { FromSchema } from 'json-schema-to-ts';
import type { connectorRecordSchema } from './connector-record.schema.js';
import type { serviceRecordSchema } from './service-record.schema.js';

export type ServiceRecord = FromSchema<typeof serviceRecordSchema>;
export type ConnectorRecord = FromSchema<typeof connectorRecordSchema>;
export type RunRecord = ServiceRecord | ConnectorRecord;
export type ClauseResult = RunRecord['clauses'][number];
export type FindingRecord = RunRecord['findings'][number];
export type EvidenceItem = RunRecord['evidence'][number];
export type SpecRecord = ServiceRecord['specs'][number];
