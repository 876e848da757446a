/**
 * A JSON Schema as an arbitrary of values that validate. A closed world: a keyword that it does not know is an error.
 * Where a schema names an `x-source` and the caller gives one, the values come from there.
 */
import { isSchemaNode, ownKeywords, type SchemaNode } from '../../schemas/keywords.js';
import { fc } from '../fast-check.js';

export type Sources = Readonly<Record<string, fc.Arbitrary<unknown>>>;

const known = new Set<string>([
  ...['type', 'const', 'enum', 'minLength', 'maxLength', 'pattern', 'minItems', 'maxItems', 'items'],
  ...['required', 'properties', 'contentMediaType', 'contentSchema', 'description', ...ownKeywords],
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
  const model: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, child] of Object.entries(properties)) {
    if (isSchemaNode(child)) model[name] = arbitraryOf(child, sources);
  }
  const required = Array.isArray(node.required) ? node.required.map(String) : [];
  return fc.record(model, { requiredKeys: required, noNullPrototype: true });
}

function bounds(min: unknown, max: unknown, most: number): { minLength: number; maxLength: number } {
  return { minLength: typeof min === 'number' ? min : 0, maxLength: typeof max === 'number' ? max : most };
}
