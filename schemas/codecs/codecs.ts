/**
 * All codecs: of multipart/form-data a part for each value, or one part `json` that holds them all (reading.md); the object
 * itself as application/json. Look-up by id and by layout.
 */
import { isSchemaNode, type SchemaNode } from '../keywords.js';
import { anyCase } from '../request/any-case.js';
import { formSchema, headerSchema } from '../request/headers.schema.js';
import { type CodecContract, type CodecId, isText, jsonText, type Layout, wholeObject } from './codec.js';

export { type CodecContract, type CodecId, type Layout, layouts, type MediaType } from './codec.js';

/** A token or a quoted string, RFC 9110 section 5.6; the boundary itself has 1 to 70 characters, RFC 2046. */
const boundaryValue = `(?:[A-Za-z0-9'()+_,./:=?-]{1,70}|"[A-Za-z0-9'()+_,./:=? -]{0,69}[A-Za-z0-9'()+_,./:=?-]")`;

const formContentTypeSchema = headerSchema(
  'content-type',
  { required: 'headers/content-type/required', once: 'headers/content-type/media-type' },
  formSchema(`^$|^${anyCase('multipart/form-data')}[ \\t]*(?:;.*)?$`, 'headers/content-type/media-type', 'media-type'),
  {
    // Only a form needs a boundary: another media type breaks the clause above and no other.
    if: { pattern: `^${anyCase('multipart/form-data')}[ \\t]*(?:;.*)?$` },
    // biome-ignore lint/suspicious/noThenProperty: `then` is the JSON Schema keyword
    then: formSchema(
      `;[ \\t]*${anyCase('boundary')}=${boundaryValue}[ \\t]*(?:;.*)?$`,
      'headers/content-type/boundary',
      'boundary',
    ),
  },
);

const form = {
  mediaType: 'multipart/form-data',
  contentType: formContentTypeSchema,
  wellFormed: 'body/multipart/well-formed',
  place: 'form',
} as const;

const formParts: CodecContract = {
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

const formJsonPart: CodecContract = {
  id: 'form-json-part',
  layout: 'json-part',
  ...form,
  schemaOf: (values, clauses): SchemaNode => ({
    type: 'object',
    required: ['json'],
    properties: { json: jsonText(wholeObject(values, clauses), clauses.readable) },
  }),
};

const jsonContentTypeSchema = headerSchema(
  'content-type',
  { required: 'headers/content-type/required', once: 'headers/content-type/json' },
  formSchema(`^$|^${anyCase('application/json')}[ \\t]*(?:;.*)?$`, 'headers/content-type/json', 'json-media-type'),
);

const json: CodecContract = {
  id: 'json',
  layout: 'json',
  mediaType: 'application/json',
  contentType: jsonContentTypeSchema,
  place: 'body',
  schemaOf: (values, clauses) => jsonText(wholeObject(values, clauses), clauses.readable),
};

const byId: Readonly<Record<CodecId, CodecContract>> = {
  'form-parts': formParts,
  'form-json-part': formJsonPart,
  json,
};

const byLayout: Readonly<Record<Layout, CodecId>> = {
  parts: 'form-parts',
  'json-part': 'form-json-part',
  json: 'json',
};

export function codecContractOf(id: CodecId): CodecContract {
  return byId[id];
}

/** The codec that people call by the name of a layout. */
export function codecOfLayout(layout: Layout): CodecId {
  return byLayout[layout];
}
