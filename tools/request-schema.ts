/** The schemas of a request in both layouts as one published JSON Schema, for people with tools of their own. */
import { requestSchemas } from '../schemas/validation/validate-request.js';

/** `x-clauses` names the clause behind each keyword; a validator that judges the JSON text must assert contentSchema. */
export const publishedRequestSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:byoc-conformance:request:61.0',
  title: 'Request of POST v1/conversation, edition 61.0',
  description:
    'Generated, do not edit. Headers by canonical name with trimmed values, form parts by name. x-clauses names the clause behind each keyword.',
  anyOf: [{ $ref: '#/$defs/parts' }, { $ref: '#/$defs/json-part' }],
  $defs: requestSchemas,
} as const;
