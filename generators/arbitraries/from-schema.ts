/**
 * A JSON Schema as an arbitrary of values that validate. A closed world: a keyword that it does not know is an error.
 * Where a schema names an `x-source` and the caller gives one, the values come from there.
 */
import { isSchemaNode, ownKeywords, type SchemaNode } from '../../schemas/keywords.js';
import { fc } from '../fast-check.js';

/** As the source of an optional member: it is never drawn. */
export const leftOut: fc.Arbitrary<unknown> = fc.constant(undefined);

export type Sources = Readonly<Record<string, fc.Arbitrary<unknown>>>;

const known = new Set<string>([
  ...['type', 'const', 'enum', 'minLength', 'maxLength', 'pattern', 'minItems', 'maxItems', 'items'],
  ...[
    'required',
    'properties',
    'additionalProperties',
    'examples',
    'contentMediaType',
    'contentSchema',
    'description',
    ...ownKeywords,
  ],
]);

export function arbitraryOf(node: SchemaNode, sources: Sources): fc.Arbitrary<unknown> {
  const source = node['x-source'];
  const given = typeof source === 'string' ? sources[source] : undefined;
  if (given !== undefined) return given;
  for (const keyword of Object.keys(node)) {
    if (!known.has(keyword)) throw new Error(`no arbitrary is known for the schema keyword ${keyword}`);
  }
  if ('const' in node) return fc.constant(node.const);
  if (Array.isArray(node.enum)) return fc.constantFrom<unknown[]>(...node.enum);
  switch (node.type) {
    case 'string':
      return textOf(node, sources);
    case 'array':
      return listOf(node, sources);
    case 'object':
      return objectOf(node, sources);
    default:
      throw new Error(`no arbitrary is known for the type ${String(node.type)}`);
  }
}

function textOf(node: SchemaNode, sources: Sources): fc.Arbitrary<string> {
  if (isSchemaNode(node.contentSchema)) {
    return arbitraryOf(node.contentSchema, sources).map((value) => JSON.stringify(value));
  }
  if (typeof node.pattern === 'string') return fc.stringMatching(new RegExp(node.pattern));
  return fc.string({ ...bounds(node.minLength, node.maxLength, 40), size: 'max' });
}

function listOf(node: SchemaNode, sources: Sources): fc.Arbitrary<unknown[]> {
  if (!isSchemaNode(node.items)) throw new Error('a list without a schema for its items has no arbitrary');
  const { minLength, maxLength } = bounds(node.minItems, node.maxItems, 1);
  return fc.array(arbitraryOf(node.items, sources), { minLength, maxLength: Math.max(minLength, maxLength) });
}

function objectOf(node: SchemaNode, sources: Sources): fc.Arbitrary<unknown> {
  const properties = isSchemaNode(node.properties) ? node.properties : {};
  const required = Array.isArray(node.required) ? node.required.map(String) : [];
  if (isSchemaNode(node.additionalProperties) && Object.keys(properties).length === 0 && required.length === 0) {
    return fc.dictionary(memberNames, arbitraryOf(node.additionalProperties, sources), {
      maxKeys: 4,
      noNullPrototype: true,
    });
  }
  const model: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, child] of Object.entries(properties)) {
    if (!isSchemaNode(child) || (!required.includes(name) && isLeftOut(child, sources))) continue;
    model[name] = arbitraryOf(child, sources);
  }
  return fc.record(model, { requiredKeys: required, noNullPrototype: true });
}

/** Names of members that a schema leaves open. */
const memberNames = fc.stringMatching(/^[a-z][A-Za-z0-9_]{0,15}$/);

function isLeftOut(node: SchemaNode, sources: Sources): boolean {
  const source = node['x-source'];
  return typeof source === 'string' && sources[source] === leftOut;
}

function bounds(min: unknown, max: unknown, most: number): { minLength: number; maxLength: number } {
  return { minLength: typeof min === 'number' ? min : 0, maxLength: typeof max === 'number' ? max : most };
}
