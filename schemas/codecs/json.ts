/** The codec of application/json: the body is the object itself. */
import { anyCase } from '../request/any-case.js';
import { type CodecContract, jsonText, wholeObject } from './codec.js';

const jsonContentTypeSchema = {
  type: 'string',
  'x-source': 'content-type',
  'x-once': 'headers/content-type/json',
  allOf: [
    { minLength: 1, 'x-clauses': { minLength: 'headers/content-type/required' } },
    {
      pattern: `^$|^${anyCase('application/json')}[ \\t]*(?:;.*)?$`,
      'x-clauses': { pattern: 'headers/content-type/json' },
      'x-near-misses': 'json-media-type',
    },
  ],
} as const;

export const jsonCodec: CodecContract = {
  id: 'json',
  layout: 'json',
  mediaType: 'application/json',
  contentType: jsonContentTypeSchema,
  place: 'body',
  schemaOf: (values, clauses) => jsonText(wholeObject(values, clauses), clauses.readable),
};
