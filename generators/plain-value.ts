/** The plainest value that a schema takes: what every violation and every spelling starts from. Pure. */
import { isSchemaNode, type SchemaNode } from '../schemas/keywords.js';

/** @param sources values by the name that a schema gives in `x-source`. */
function plainValue(node: SchemaNode, sources: Readonly<Record<string, unknown>>): unknown {
  const source = node['x-source'];
  if (typeof source === 'string' && Object.hasOwn(sources, source)) return sources[source];
  if ('const' in node) return node.const;
  const [word]: readonly unknown[] = Array.isArray(node.enum) ? node.enum : [];
  if (word !== undefined) return word;
  const [example]: readonly unknown[] = Array.isArray(node.examples) ? node.examples : [];
  if (node.type === 'object') return plainObject(node, sources);
  if (example !== undefined) return example;
  if (node.type === 'array' && isSchemaNode(node.items)) return [plainValue(node.items, sources)];
  if (node.type === 'boolean') return true;
  throw new Error(`no plain value is known for the type ${String(node.type)}: the schema lacks a source or an example`);
}

/** Without its optional members, in the order in which the schema names them. */
export function plainObject(node: SchemaNode, sources: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const required = Array.isArray(node.required) ? node.required : [];
  const members = isSchemaNode(node.properties) ? Object.entries(node.properties) : [];
  return Object.fromEntries(
    members.flatMap(([name, member]) =>
      required.includes(name) && isSchemaNode(member) ? [[name, plainValue(member, sources)]] : [],
    ),
  );
}
