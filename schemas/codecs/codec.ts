/**
 * A codec as the contract sees it: one way to write the values of an operation down as a body, with what is owed of that
 * writing itself. The bytes are made and read in wire/codecs/.
 */
import type { SchemaNode } from '../keywords.js';

/** A form with a part for each value, a form with one part that holds the whole object, or the object as the body. */
export type CodecId = 'form-parts' | 'form-json-part' | 'json';

/** What people call a codec: `--layout`, and the member `layout` of a run record. */
export const layouts = ['parts', 'json-part', 'json'] as const;
export type Layout = (typeof layouts)[number];

export type MediaType = 'multipart/form-data' | 'application/json';

/** Clauses of the text that holds JSON: that it can be read, and that what it holds as a whole is an object. */
export interface TextClauses {
  readonly readable: string;
  readonly object: string;
}

export interface CodecContract {
  readonly id: CodecId;
  readonly layout: Layout;
  readonly mediaType: MediaType;
  /** JSON Schema of the header Content-Type. */
  readonly contentType: SchemaNode;
  /** The clause that a body of other bytes breaks; where it is absent, the operation says which (`readable`). */
  readonly wellFormed?: string;
  /** Of a message, where its body stands: the texts of the parts by name, or the text of the whole. */
  readonly place: 'form' | 'body';
  /** JSON Schema of that place, for values that are one object of a schema. */
  schemaOf(values: SchemaNode, clauses: TextClauses): SchemaNode;
}

/** A value that a part holds as it is; any other is written as JSON. */
export function isText({ type, const: word }: SchemaNode): boolean {
  return type === 'string' || typeof word === 'string';
}

/** A text that holds JSON. */
export function jsonText(content: SchemaNode, readable: string): SchemaNode {
  return {
    type: 'string',
    contentMediaType: 'application/json',
    contentSchema: content,
    'x-clauses': { contentMediaType: readable },
  };
}

/** The values as one object that can be something else, which the clause `object` forbids. */
export function wholeObject(values: SchemaNode, { object }: TextClauses): SchemaNode {
  return { ...values, 'x-clauses': { type: object, ...Object(values['x-clauses']) } };
}
