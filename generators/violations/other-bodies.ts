/** Whole bodies in another format than JSON, under a Content-Type that says JSON. Pure. */
import { schemasOf } from '../../schemas/operations/request-schema.js';
import { codecOf } from '../../wire/codecs/codecs.js';
import { encodeBody } from '../../wire/codecs/encode.js';
import { type Basis, sourcesOf } from '../basis.js';
import { plainObject } from '../plain-value.js';
import { seededBytes } from '../seeded.js';
import type { NamedValue } from './violation.js';

export function otherBodies(basis: Basis): readonly NamedValue<Uint8Array>[] {
  const values = plainObject(schemasOf(basis).values, sourcesOf(basis));
  const parts = codecOf('form-parts');
  const form = parts.write(parts.texts(values), { boundary: basis.boundary, jsonParts: new Set() });
  const fields = Object.entries(values).map(([name, value]): [string, string] => [name, plainly(value)]);
  return [
    ['a-multipart-body-as-edition-61-0-has-it', 'a multipart body, as edition 61.0 has it', encodeBody(form), 2],
    ['an-urlencoded-body', 'an urlencoded body', Buffer.from(new URLSearchParams(fields).toString()), 3],
    ['garbage', 'garbage', seededBytes(7, basis.boundary), 3],
  ];
}

/** A list is left empty: what is in it would be escaped beyond recognition. */
function plainly(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? '[]' : JSON.stringify(value);
}
