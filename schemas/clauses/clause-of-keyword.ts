/** The clause behind a keyword of a schema. */
import { isSchemaNode, type SchemaNode } from '../keywords.js';
import { type ClauseId, isClauseId } from './clauses.js';

/** Every id that `x-clauses` names in a schema, at any depth. */
export function clausesNamedIn(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, inside]) =>
    keyword === 'x-clauses' ? idsIn(inside) : clausesNamedIn(inside),
  );
}

/** Of required members each has its own. */
function idsIn(named: unknown): readonly string[] {
  return typeof named === 'string' ? [named] : Object.values(Object(named)).flatMap(idsIn);
}

/** @param member which of the required members is meant. Undefined where the keyword names no clause that there is. */
export function clauseOfKeyword(node: SchemaNode, keyword: string, member?: string): ClauseId | undefined {
  const clauses = node['x-clauses'];
  if (!isSchemaNode(clauses)) return undefined;
  const entry = clauses[keyword];
  const id = isSchemaNode(entry) && member !== undefined ? entry[member] : entry;
  return typeof id === 'string' && isClauseId(id) ? id : undefined;
}
