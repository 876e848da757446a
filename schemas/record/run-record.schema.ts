/**
 * JSON Schema of the run record (`run.json`), the one file that every report reads: one shape for each kind of target.
 * Published as docs/run-record.schema.json; additions are allowed within a format, changes of meaning are not.
 */
import { connectorRecordSchema } from './connector-record.schema.js';
import { serviceRecordSchema } from './service-record.schema.js';

export const runRecordSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:byoc-conformance:run-record:2',
  title: 'Run record of byoc-conformance',
  description: '`judges` tells the two shapes apart.',
  oneOf: [serviceRecordSchema, connectorRecordSchema],
} as const;
