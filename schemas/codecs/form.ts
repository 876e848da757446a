/** The codecs of multipart/form-data: a part for each value, or one part `json` that holds them all (reading.md). */
import { isSchemaNode, type SchemaNode } from '../keywords.js';
import { anyCase } from '../request/any-case.js';
import { type CodecContract, isText, jsonText, wholeObject } from './codec.js';

/** A token or a quoted string, RFC 9110 section 5.6; the boundary itself has 1 to 70 characters, RFC 2046. */
const boundaryValue = `(?:[A-Za-z0-9'()+_,./:=?-]{1,70}|"[A-Za-z0-9'()+_,./:=? -]{0,69}[A-Za-z0-9'()+_,./:=?-]")`;

const formContentTypeSchema = {
  type: 'string',
  'x-source': 'content-type',
  'x-once': 'headers/content-type/media-type',
  allOf: [
    { minLength: 1, 'x-clauses': { minLength: 'headers/content-type/required' } },
    {
      pattern: `^$|^${anyCase('multipart/form-data')}[ \\t]*(?:;.*)?$`,
      'x-clauses': { pattern: 'headers/content-type/media-type' },
      'x-near-misses': 'media-type',
    },
    {
      // Only a form needs a boundary: another media type breaks the clause above and no other.
      if: { pattern: `^${anyCase('multipart/form-data')}[ \\t]*(?:;.*)?$` },
      // biome-ignore lint/suspicious/noThenProperty: `then` is the JSON Schema keyword
      then: {
        pattern: `;[ \\t]*${anyCase('boundary')}=${boundaryValue}[ \\t]*(?:;.*)?$`,
        'x-clauses': { pattern: 'headers/content-type/boundary' },
        'x-near-misses': 'boundary',
      },
    },
  ],
} as const;

const form = {
  mediaType: 'multipart/form-data',
  contentType: formContentTypeSchema,
  wellFormed: 'body/multipart/well-formed',
  place: 'form',
} as const;

export const formPartsCodec: CodecContract = {
  id: 'form-parts',
  layout: 'parts',
  ...form,
  schemaOf({ type, required, 'x-clauses': clauses, properties }, { readable }) {
    const members = isSchemaNode(properties) ? Object.entries(properties) : [];
    const parts = members.map(([name, node]): readonly [string, unknown] => [
      name,
      isSchemaNode(node) && !isText(node) ? jsonText(node, readable) : node,
    ]);
    return { type, required, 'x-clauses': clauses, properties: Object.fromEntries(parts) };
  },
};

export const formJsonPartCodec: CodecContract = {
  id: 'form-json-part',
  layout: 'json-part',
  ...form,
  schemaOf: (values, clauses): SchemaNode => ({
    type: 'object',
    required: ['json'],
    properties: { json: jsonText(wholeObject(values, clauses), clauses.readable) },
  }),
};
