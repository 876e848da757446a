/** The vocabulary of our own in the schemas, and how a keyword's clause is looked up. */
import { type ClauseId, isClauseId } from './clauses/clauses.js';

/** A schema as the walkers see it: plain data with the keywords that we allow. */
export type SchemaNode = { readonly [keyword: string]: unknown };

/** Clause ids by keyword (`x-clauses`), where the valid value comes from (`x-source`), which near misses fit (`x-near-misses`). */
export const ownKeywords = ['x-clauses', 'x-source', 'x-near-misses'] as const;

export function isSchemaNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The clause behind a keyword of a node; `member` tells which of the required members is meant. */
export function clauseOfKeyword(node: SchemaNode, keyword: string, member?: string): ClauseId | undefined {
  const clauses = node['x-clauses'];
  if (!isSchemaNode(clauses)) return undefined;
  const entry = clauses[keyword];
  const id = isSchemaNode(entry) && member !== undefined ? entry[member] : entry;
  return typeof id === 'string' && isClauseId(id) ? id : undefined;
}
