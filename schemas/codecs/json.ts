/** The codec of application/json: the body is the object itself. */
import { anyCase } from '../request/any-case.js';
import { formSchema, headerSchema } from '../request/headers.schema.js';
import { type CodecContract, jsonText, wholeObject } from './codec.js';

const jsonContentTypeSchema = headerSchema(
  'content-type',
  { required: 'headers/content-type/required', once: 'headers/content-type/json' },
  formSchema(`^$|^${anyCase('application/json')}[ \\t]*(?:;.*)?$`, 'headers/content-type/json', 'json-media-type'),
);

export const jsonCodec: CodecContract = {
  id: 'json',
  layout: 'json',
  mediaType: 'application/json',
  contentType: jsonContentTypeSchema,
  place: 'body',
  schemaOf: (values, clauses) => jsonText(wholeObject(values, clauses), clauses.readable),
};
