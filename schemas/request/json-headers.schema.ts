/** JSON Schema of the request headers where the body is JSON: all as in a form but for Content-Type. */
import { anyCase } from './any-case.js';
import { requestHeadersSchema } from './headers.schema.js';

export const jsonContentTypeSchema = {
  type: 'string',
  'x-source': 'content-type',
  allOf: [
    { minLength: 1, 'x-clauses': { minLength: 'headers/content-type/required' } },
    {
      pattern: `^$|^${anyCase('application/json')}[ \\t]*(?:;.*)?$`,
      'x-clauses': { pattern: 'headers/content-type/json' },
      'x-near-misses': 'json-media-type',
    },
  ],
} as const;

export const jsonRequestHeadersSchema = {
  ...requestHeadersSchema,
  properties: { ...requestHeadersSchema.properties, 'Content-Type': jsonContentTypeSchema },
} as const;
