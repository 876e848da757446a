/** The clause behind a keyword of a schema. */
import { isSchemaNode, type SchemaNode } from '../keywords.js';
import { type ClauseId, isClauseId } from './clauses.js';

/** @param member which of the required members is meant. Undefined where the keyword names no clause that there is. */
export function clauseOfKeyword(node: SchemaNode, keyword: string, member?: string): ClauseId | undefined {
  const clauses = node['x-clauses'];
  if (!isSchemaNode(clauses)) return undefined;
  const entry = clauses[keyword];
  const id = isSchemaNode(entry) && member !== undefined ? entry[member] : entry;
  return typeof id === 'string' && isClauseId(id) ? id : undefined;
}
